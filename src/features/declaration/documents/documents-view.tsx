'use client';
import { useId } from 'react';
import type { DocumentType } from '@/domain/declaration/bounds';
import type { Organism } from '@/domain/organism';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatSize } from '@/i18n/format-size';
import type { AttachmentList, AttachmentView } from '@/server/attachments/attachments.schema';
import { describeWeight } from './describe-weight';
import { DocumentRow } from './document-row';
import { DropZone } from './drop-zone';
import { RemovedDocument } from './removed-document';
import { UploadRow } from './upload-row';
import type { Uploads } from './use-uploads';
import styles from './documents.module.css';

export type DocumentsViewProps = {
  readonly list: AttachmentList;
  readonly uploads: Uploads;
  /** Those that receive documents by mail, among the ones chosen for the show. */
  readonly organisms: readonly Organism[];
  /** Those taken off during this visit: they can be put back. */
  readonly removed: readonly Named[];
  readonly error: ScreenErrorCode | null;
  /** What was just done, for those who do not see it. */
  readonly status: string;
  /** Each ends with the answer, good or bad. */
  readonly onChangeType: (document: AttachmentView, type: DocumentType) => Promise<void>;
  readonly onRemove: (document: AttachmentView) => Promise<void>;
  readonly onRestore: (document: Named) => Promise<void>;
};

type Named = Pick<AttachmentView, 'id' | 'name'>;

/** Documents of a show: given, sorted, looked at, taken off; read only once the form is closed. */
export function DocumentsView(props: DocumentsViewProps) {
  const { list, uploads, organisms, removed, error, status } = props;
  const titleId = useId();
  const isEmpty = list.documents.length === 0;
  const waiting = list.unfinished.filter(({ name }) => !uploads.list.some((upload) => upload.name === name));
  return (
    <>
      {!list.locked && <DropZone onFiles={uploads.add} />}
      <p role="status" className="fr-sr-only">
        {status}
      </p>
      {error && <LazyErrorMessage code={error} takesFocus />}
      {removed.map((document) => (
        <RemovedDocument key={document.id} name={document.name} onRestore={() => props.onRestore(document)} />
      ))}
      {uploads.list.length > 0 && (
        <ul className={styles.list} aria-label="Envois en cours">
          {uploads.list.map((upload) => (
            <UploadRow key={upload.key} upload={upload} uploads={uploads} />
          ))}
        </ul>
      )}
      {!list.locked && waiting.length > 0 && (
        <div className="fr-alert fr-alert--warning fr-alert--sm fr-mb-2w">
          <p>
            {waiting.length > 1 ? 'Des envois se sont arrêtés' : 'Un envoi s’est arrêté'} en route. Choisissez de
            nouveau le même fichier&nbsp;: il reprendra où il en était.
          </p>
          <ul>
            {waiting.map(({ id, name, size, received }) => (
              <li key={id}>
                {name}, {formatSize(received)} sur {formatSize(size)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isEmpty && list.locked && <p>Aucun document n’a été joint.</p>}
      {!isEmpty && (
        <>
          <h3 id={titleId} className="fr-sr-only">
            Documents joints
          </h3>
          <ul className={styles.list} aria-labelledby={titleId}>
            {list.documents.map((document) => (
              <DocumentRow
                key={document.id}
                document={document}
                locked={list.locked}
                onChangeType={(type) => props.onChangeType(document, type)}
                onRemove={() => props.onRemove(document)}
              />
            ))}
          </ul>
          <Weights organisms={organisms} documents={list.documents} />
        </>
      )}
    </>
  );
}

function Weights({ organisms, documents }: { organisms: readonly Organism[]; documents: AttachmentList['documents'] }) {
  const weights = describeWeight(organisms, documents);
  return (
    <ul className={styles.weights}>
      {weights.map(({ organism, sentence, isTooHeavy }) => (
        <li key={organism} className={isTooHeavy ? 'fr-error-text' : ''}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
