'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { routes, toSignIn } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { type SubmissionsSearch, toSubmissionsHref } from './submissions-search';
import { SubmissionsView } from './submissions-view';

export type SubmissionsScreenProps = { readonly organizationId: string; readonly search: SubmissionsSearch };

/** «Envois» with the server behind it; the choices are in the address. */
export function SubmissionsScreen({ organizationId, search }: SubmissionsScreenProps) {
  const trpc = useTrpc();
  const router = useRouter();
  const base = routes.submissions(organizationId);
  const query = useQuery({
    ...trpc.submissions.list.queryOptions({ organizationId, ...search }),
    placeholderData: (previous) => previous,
  });
  if (query.error && !query.data) {
    return (
      <div className="fr-container fr-my-6w">
        <LazyErrorMessage
          code={toScreenError(query.error).code}
          onRetry={() => void query.refetch()}
          links={{ 'sign-in': toSignIn(base), dashboard: routes.todo(organizationId) }}
        />
      </div>
    );
  }
  return (
    <SubmissionsView
      result={query.data ?? null}
      search={search}
      toHref={(next) => toSubmissionsHref(base, next)}
      submissionHref={(id) => routes.submission(organizationId, id)}
      todoHref={routes.todo(organizationId)}
      exportHref={routes.submissionsExport(organizationId, { organism: search.organism, state: search.state })}
      exportsHref={routes.exports(organizationId)}
      onSearch={(next) => router.replace(toSubmissionsHref(base, next), { scroll: false })}
    />
  );
}
