'use client';
import { useId, useState } from 'react';
import { type DocumentType, documentTypes } from '@/domain/declaration/bounds';
import { formatDateTime } from '@/i18n/format';
import { formatSize } from '@/i18n/format-size';
import { documentTypeLabels } from '@/i18n/labels';
import type { AttachmentView } from '@/server/attachments/attachments.schema';
import styles from './documents.module.css';

export type DocumentRowProps = {
  readonly document: AttachmentView;
  readonly locked: boolean;
  /** Both end with the answer, good or bad. */
  readonly onChangeType: (type: DocumentType) => Promise<void>;
  readonly onRemove: () => Promise<void>;
};

/** One document: its type decides who receives it. */
export function DocumentRow({ document, locked, onChangeType, onRemove }: DocumentRowProps) {
  const { name, type, size, createdBy, createdAt, href, preview } = document;
  const id = useId();
  const [isShown, setShown] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  /** The choice on its way to the server: shown as made, instead of the former one until the answer. */
  const [chosen, setChosen] = useState<DocumentType | null>(null);
  const choose = async (wanted: DocumentType) => {
    setChosen(wanted);
    await onChangeType(wanted);
    setChosen((latest) => (latest === wanted ? null : latest));
  };
  const remove = async () => {
    if (isRemoving) return;
    setRemoving(true);
    await onRemove();
    setRemoving(false);
  };
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <p className="fr-mb-0">
          <a className="fr-link" href={`${href}&download`} download={name}>
            {name}
          </a>
        </p>
        <p className="fr-text--sm fr-mb-0">
          {formatSize(size)}, ajouté par {createdBy} le {formatDateTime(new Date(createdAt))}
        </p>
      </div>
      {locked ? (
        <p className="fr-mb-0">{documentTypeLabels[type]}</p>
      ) : (
        <div className="fr-select-group fr-mb-0">
          <label className="fr-sr-only" htmlFor={id}>
            Type de {name}
          </label>
          <select
            id={id}
            className="fr-select"
            value={chosen ?? type}
            onChange={(event) => {
              const wanted = documentTypes.find((known) => known === event.target.value);
              if (wanted) void choose(wanted);
            }}
          >
            {documentTypes.map((known) => (
              <option key={known} value={known}>
                {documentTypeLabels[known]}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className={styles.actions}>
        {preview && (
          <button
            type="button"
            className="fr-btn fr-btn--tertiary fr-btn--sm"
            aria-expanded={isShown}
            onClick={() => setShown(!isShown)}
          >
            Aperçu
            <span className="fr-sr-only">&nbsp;: {name}</span>
          </button>
        )}
        {!locked && (
          <button
            type="button"
            className="fr-btn fr-btn--tertiary fr-btn--sm"
            aria-disabled={isRemoving}
            onClick={() => void remove()}
          >
            Retirer
            <span className="fr-sr-only">&nbsp;: {name}</span>
          </button>
        )}
      </div>
      {isShown && <Preview document={document} />}
    </li>
  );
}

function Preview({ document: { name, href, preview } }: { readonly document: AttachmentView }) {
  // The file is another person's: an <img> or the browser's own PDF reader, never our page.
  if (preview === 'image') return <img className={styles.preview} src={href} alt={`Aperçu de ${name}`} />;
  return (
    <div className={styles.preview}>
      <iframe src={href} title={`Aperçu de ${name}`} loading="lazy" />
      <a className="fr-link" href={href} target="_blank" rel="noopener" title={`${name}, nouvelle fenêtre`}>
        Ouvrir dans un nouvel onglet
      </a>
    </div>
  );
}
