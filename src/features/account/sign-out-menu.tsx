'use client';
import { AccountMenu, type AccountMenuProps } from '@/components/layout/account-menu';
import { routes } from '@/features/routes';
import { signOut } from './auth-client';

/** The account menu, wired: signing out ends on a full load, so that nothing of the account stays in memory. */
export function SignOutMenu({ user, links }: Pick<AccountMenuProps, 'user' | 'links'>) {
  return (
    <AccountMenu
      user={user}
      links={links}
      onSignOut={() => void signOut().finally(() => window.location.assign(routes.home))}
    />
  );
}
