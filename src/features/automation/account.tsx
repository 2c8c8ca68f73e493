'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReminderKind } from '@/domain/automation/plan-reminder';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { routes, toSignIn } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import { AccountView, type AccountViewProps } from './account-view';

/** «Mon compte» with the server behind it. */
export function Account({ user }: Pick<AccountViewProps, 'user'>) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const query = useQuery(trpc.automation.reminders.queryOptions());
  const links = { 'sign-in': toSignIn(routes.account), dashboard: routes.dashboard };
  const change = async (kind: ReminderKind, isOn: boolean): Promise<ScreenErrorCode | null> => {
    try {
      const next = await client.automation.setReminder.mutate({ kind, isOn });
      queryClient.setQueryData(trpc.automation.reminders.queryKey(), next);
      return null;
    } catch (error) {
      return toScreenError(error).code;
    }
  };
  return (
    <AccountView
      user={user}
      homeHref={routes.dashboard}
      preferences={query.data?.preferences ?? null}
      failure={
        query.error && !query.data ? (
          <LazyErrorMessage code={toScreenError(query.error).code} onRetry={() => void query.refetch()} links={links} />
        ) : null
      }
      onChange={change}
    />
  );
}
