import type { ReactNode } from 'react';
import { contentId } from '@/components/layout/service';
import { SiteFooter } from '@/components/layout/site-footer';
import { AccountHeader } from '@/features/account/account-header';
import { routes } from '@/features/routes';
import type { Viewer } from '@/server/session/get-viewer.schema';

/** Frame of the pages of an account; `organizationId` is null before there is a structure. */
export function PrivateShell({
  viewer,
  organizationId,
  children,
}: {
  readonly viewer: Viewer;
  readonly organizationId: string | null;
  readonly children: ReactNode;
}) {
  return (
    <>
      <AccountHeader viewer={viewer} organizationId={organizationId} />
      <main id={contentId} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter links={routes} />
    </>
  );
}
