'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useState } from 'react';
import { isSeriesOrganism, type Organism, transmittableOrganisms } from '@/domain/organism';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { routes, toSignIn } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import type { DeclarationPage } from '@/server/declarations/get-declaration.schema';
import { DeclarationView } from './declaration-view';
import { listDraftIssues } from './list-draft-issues';
import { DraftStore } from './store/draft-store';
import { useAutosave } from './use-autosave';
import { useDirectories } from './use-directories';
import { useGateway } from './use-gateway';

/** Out of the first load: they are at the end of the page. */
const ShowDocuments = dynamic(async () => (await import('./documents/show-documents')).ShowDocuments, {
  ssr: false,
  loading: () => <p role="status">Chargement des documents…</p>,
});
const CorrectionPanel = dynamic(async () => (await import('./corrections/correction-panel')).CorrectionPanel);

/** Out of the first load: only shows just taken over have it. */
const RepeatedNote = dynamic(async () => (await import('./parts/repeated-note')).RepeatedNote);

export type DeclarationScreenProps = {
  readonly organizationId: string;
  readonly seriesId: string;
  readonly viewer: { readonly id: string; readonly name: string };
  /** When the page was made, so that the server and the browser agree on what is still to come. */
  readonly now: string;
};

/** The page of a show with the server behind it. */
export function DeclarationScreen(props: DeclarationScreenProps) {
  const { organizationId, seriesId } = props;
  const trpc = useTrpc();
  const query = useQuery(trpc.declarations.get.queryOptions({ organizationId, seriesId }));
  if (query.data) return <LoadedDeclaration {...props} page={query.data} />;
  if (query.error) {
    return (
      <div className="fr-container fr-my-6w">
        <LazyErrorMessage
          code={toScreenError(query.error).code}
          onRetry={() => void query.refetch()}
          links={{
            'sign-in': toSignIn(routes.show(organizationId, seriesId)),
            dashboard: routes.shows(organizationId),
            connections: routes.connections(organizationId),
          }}
        />
      </div>
    );
  }
  return (
    <div className="fr-container fr-my-6w">
      <p role="status">Chargement du spectacle…</p>
    </div>
  );
}

function LoadedDeclaration({
  organizationId,
  seriesId,
  viewer,
  now,
  page,
}: DeclarationScreenProps & { readonly page: DeclarationPage }) {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const scope = useMemo(() => ({ organizationId, seriesId }), [organizationId, seriesId]);
  const [store] = useState(() => new DraftStore(page, viewer.name));
  const { gateway, chooseOrganisms } = useGateway(scope, store);
  const autosave = useAutosave(store, gateway, { userId: viewer.id, seriesId });
  const directories = useDirectories();
  const listIssues = useMemo(() => listDraftIssues(new Date(now)), [now]);

  useSubscription(
    trpc.declarations.onChange.subscriptionOptions(scope, {
      onData: (change) => {
        void autosave.notice(change);
        void queryClient.invalidateQueries(trpc.attachments.list.queryFilter(scope));
        void queryClient.invalidateQueries(trpc.automation.get.queryFilter(scope));
        // Same version but not the echo of an own save: a sending moved on, and perhaps closed or opened the form.
        if (change.version <= store.version && change.by !== viewer.name) {
          void queryClient.invalidateQueries(trpc.declarations.get.queryFilter(scope));
        }
      },
    }),
  );
  useEffect(() => {
    if (page.version > store.version) store.rebase(page, null);
  }, [page, store]);

  return (
    <DeclarationView
      page={page}
      store={store}
      listIssues={listIssues}
      directories={directories}
      correction={page.declarations
        .filter(({ correctedBy, canGiveUp }) => correctedBy !== null || canGiveUp)
        .flatMap(({ organism, correctedBy }) => (isSeriesOrganism(organism) ? [{ organism, correctedBy }] : []))
        .map((corrected) => (
          <CorrectionPanel
            key={corrected.organism}
            {...scope}
            {...corrected}
            store={store}
            version={page.version}
            onFlush={() => autosave.flush()}
          />
        ))}
      onChooseOrganisms={chooseOrganisms}
      transmitHref={routes.transmit(organizationId, seriesId)}
      submissionHref={(submissionId) => routes.submission(organizationId, submissionId)}
      connectionsHref={routes.connections(organizationId)}
      documents={<ShowDocuments {...scope} organisms={page.declarations.flatMap(toMailed)} />}
      notice={page.repeatedFrom && <RepeatedNote {...scope} from={page.repeatedFrom} />}
      recordHref={routes.showRecord(organizationId, seriesId)}
      repeatHref={routes.repeatShow(organizationId, seriesId)}
      typedShowHref={page.system === 'manual' ? routes.typedShow(organizationId, seriesId) : null}
    />
  );
}

/** Those that documents are mailed to. */
function toMailed({ organism }: DeclarationPage['declarations'][number]): Organism[] {
  return transmittableOrganisms.some((mailed) => mailed === organism) ? [organism] : [];
}
