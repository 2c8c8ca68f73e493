import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { PrivateShell } from '@/app/private-shell';
import { readViewer } from '@/app/viewer';
import { Account } from '@/features/automation/account';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Mon compte' };

export default async function AccountPage() {
  const viewer = await readViewer();
  return (
    <PrivateShell viewer={viewer} organizationId={null}>
      <Prefetched
        path={routes.account}
        queries={(trpc, client) => [client.fetchQuery(trpc.automation.reminders.queryOptions())]}
      >
        <Account user={viewer.user} />
      </Prefetched>
    </PrivateShell>
  );
}
