'use client';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { formatSize } from '@/i18n/format-size';
import type { PendingUpload, Uploads } from './use-uploads';
import styles from './documents.module.css';

const stateWords: Readonly<Record<Exclude<PendingUpload['state'], 'refused'>, string>> = {
  queued: 'En attente',
  sending: 'Envoi en cours',
  paused: 'En pause',
  cut: 'Connexion perdue, l’envoi reprendra quand elle reviendra',
};

/** A file on its way: how far, and what can be done; or why it was not taken. */
export function UploadRow({ upload, uploads }: { readonly upload: PendingUpload; readonly uploads: Uploads }) {
  const { key, name, size, sent, state, failure } = upload;
  if (state === 'refused') {
    return (
      <li className={styles.row}>
        <div className={styles.name} role="alert">
          <p className="fr-mb-0">
            <strong>{name}</strong>
          </p>
          {failure && 'refusal' in failure && <p className="fr-error-text fr-mt-1v">{failure.refusal}</p>}
          {failure && 'code' in failure && <LazyErrorMessage code={failure.code} />}
        </div>
        <Action label="Fermer" name={name} onClick={() => uploads.dismiss(key)} />
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <p className="fr-mb-1v">
          <strong>{name}</strong>
        </p>
        <progress className="app-progress__bar" max={size} value={sent} aria-label={`Envoi de ${name}`} />
        <p className="fr-text--sm fr-mb-0">
          <span role="status">{stateWords[state]}</span>, {formatSize(sent)} sur {formatSize(size)}
        </p>
      </div>
      {state === 'sending' && <Action label="Mettre en pause" name={name} onClick={() => uploads.pause(key)} />}
      {(state === 'paused' || state === 'cut') && (
        <Action label="Reprendre" name={name} onClick={() => uploads.resume(key)} />
      )}
      <Action label="Abandonner" name={name} onClick={() => uploads.dismiss(key)} />
    </li>
  );
}

function Action({ label, name, onClick }: { label: string; name: string; onClick: () => void }) {
  return (
    <button type="button" className="fr-btn fr-btn--tertiary fr-btn--sm" onClick={onClick}>
      {label}
      <span className="fr-sr-only">&nbsp;: {name}</span>
    </button>
  );
}
