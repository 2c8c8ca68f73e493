'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadState } from '@/components/feedback/load-state';
import type { Organism } from '@/domain/organism';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import type { AttachmentView } from '@/server/attachments/attachments.schema';
import { DocumentsView } from './documents-view';
import { startUpload } from './start-upload';
import { useUploads } from './use-uploads';

export type ShowDocumentsProps = {
  readonly organizationId: string;
  readonly seriesId: string;
  readonly organisms: readonly Organism[];
};

/** Links of documents open for a quarter of an hour: they are made again before. */
const linksMilliseconds = 10 * 60_000;

/** The documents of a show with the server behind them. */
export function ShowDocuments({ organizationId, seriesId, organisms }: ShowDocumentsProps) {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const [removed, setRemoved] = useState<readonly AttachmentView[]>([]);
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [status, setStatus] = useState('');
  const scope = { organizationId, seriesId };
  const query = useQuery(trpc.attachments.list.queryOptions(scope, { refetchInterval: linksMilliseconds }));
  const refresh = () => queryClient.invalidateQueries(trpc.attachments.list.queryFilter(scope));
  const changeType = useMutation(trpc.attachments.changeType.mutationOptions({ onSettled: refresh }));
  const remove = useMutation(trpc.attachments.remove.mutationOptions({ onSettled: refresh }));
  const restore = useMutation(trpc.attachments.restore.mutationOptions({ onSettled: refresh }));
  const uploads = useUploads({ ...scope, type: 'OTHER' }, startUpload, (name) => {
    setStatus(`${name} est joint au spectacle.`);
    void refresh();
  });
  /** Each to its end: what is given to `mutate` is forgotten as soon as another one starts. */
  const act = async (action: Promise<unknown>, onDone: () => void) => {
    setFailure(null);
    setStatus('');
    try {
      await action;
      onDone();
    } catch (error) {
      setFailure(toScreenError(error).code);
    }
  };
  if (!query.data)
    return <LoadState error={query.error && toScreenError(query.error)} onRetry={() => void query.refetch()} />;
  return (
    <DocumentsView
      list={query.data}
      uploads={uploads}
      organisms={organisms}
      removed={removed}
      error={failure}
      status={status}
      onChangeType={({ id, name }, type) =>
        act(changeType.mutateAsync({ organizationId, attachmentId: id, type }), () =>
          setStatus(`Le type de ${name} est enregistré.`),
        )
      }
      onRemove={(document) =>
        act(remove.mutateAsync({ organizationId, attachmentId: document.id }), () =>
          setRemoved((others) => [...others, document]),
        )
      }
      onRestore={({ id, name }) =>
        act(restore.mutateAsync({ organizationId, attachmentId: id }), () => {
          setRemoved((others) => others.filter((other) => other.id !== id));
          setStatus(`${name} est remis.`);
        })
      }
    />
  );
}
