import type { ReactNode } from 'react';
import { ActiveNavigation, type ActiveNavigationProps, type NavigationItem } from './active-navigation';
import { SiteHeader } from './site-header';

export type PrivateHeaderProps = {
  /** Name of the structure being looked at; null before there is one. */
  readonly organizationName: string | null;
  /** Pages of the structure. */
  readonly navigation: readonly NavigationItem[];
  /** The person's structures, shown as a choice when there are several. */
  readonly organizations: ActiveNavigationProps['organizations'];
  /** The person's name and the way out. */
  readonly account: ReactNode;
};

/** Head of the pages of an account: where one is, where one can go, who one is. */
export function PrivateHeader({ organizationName, navigation, organizations, account }: PrivateHeaderProps) {
  return (
    <SiteHeader
      tagline={organizationName ?? undefined}
      tools={[account]}
      navigation={
        navigation.length > 0 ? <ActiveNavigation items={navigation} organizations={organizations} /> : undefined
      }
    />
  );
}
