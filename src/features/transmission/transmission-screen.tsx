'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { TaxOrganism, TransmittableOrganism } from '@/domain/organism';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { forgetSendings } from '@/features/forget-sendings';
import { routes, toSignIn } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import { TransmissionView } from './transmission-view';

export type TransmissionScreenProps = { readonly organizationId: string; readonly seriesId: string };

/** «Vérifier et transmettre» with the server behind it. */
export function TransmissionScreen({ organizationId, seriesId }: TransmissionScreenProps) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const scope = { organizationId, seriesId };
  const options = trpc.declarations.review.queryOptions(scope);
  const query = useQuery(options);
  const links = {
    'sign-in': toSignIn(routes.transmit(organizationId, seriesId)),
    dashboard: routes.shows(organizationId),
    connections: routes.connections(organizationId),
  };

  if (!query.data) {
    return (
      <div className="fr-container fr-my-6w">
        {query.error ? (
          <LazyErrorMessage code={toScreenError(query.error).code} onRetry={() => void query.refetch()} links={links} />
        ) : (
          <p role="status">Préparation des documents…</p>
        )}
      </div>
    );
  }

  const transmit = async (organisms: readonly TransmittableOrganism[]): Promise<ScreenErrorCode | null> => {
    try {
      const { version, fingerprint } = query.data;
      const { submissions } = await client.declarations.transmit.mutate({
        ...scope,
        version,
        fingerprint,
        organisms: [...organisms],
        truthful: true,
      });
      void forgetSendings(queryClient, trpc, { onScreen: 'kept' });
      const [first] = submissions;
      router.push(first ? routes.submission(organizationId, first.id) : routes.submissions(organizationId));
      return null;
    } catch (error) {
      return toScreenError(error).code;
    }
  };

  const declare = async (organism: TaxOrganism): Promise<ScreenErrorCode | null> => {
    try {
      const { version, fingerprint } = query.data;
      const input = { ...scope, version, fingerprint, organism };
      const { submissionId } = await client.declarations.markDeclared.mutate(input);
      void forgetSendings(queryClient, trpc, { onScreen: 'kept' });
      router.push(routes.submission(organizationId, submissionId));
      return null;
    } catch (error) {
      return toScreenError(error).code;
    }
  };

  return (
    <TransmissionView
      review={query.data}
      showHref={routes.show(organizationId, seriesId)}
      links={links}
      onTransmit={transmit}
      onDeclared={declare}
      onReload={() => void query.refetch()}
    />
  );
}
