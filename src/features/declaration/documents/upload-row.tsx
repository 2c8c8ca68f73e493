'use client';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { formatSize } from '@/i18n/format-size';
import type { PendingUpload, Uploads } from './use-uploads';
import { focusNextItem } from '../parts/field-ids';
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
  const dismiss = (button: HTMLElement) => {
    focusNextItem(button, 'series.documents');
    uploads.dismiss(key);
  };
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
        <Action label="Fermer" name={name} onClick={dismiss} />
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
      {/* One button with two labels: two of them would take the focus away from each other. */}
      {state !== 'queued' && (
        <Action
          label={state === 'sending' ? 'Mettre en pause' : 'Reprendre'}
          name={name}
          onClick={() => (state === 'sending' ? uploads.pause(key) : uploads.resume(key))}
        />
      )}
      <Action label="Abandonner" name={name} onClick={dismiss} />
    </li>
  );
}

function Action({ label, name, onClick }: { label: string; name: string; onClick: (button: HTMLElement) => void }) {
  return (
    <button
      type="button"
      className="fr-btn fr-btn--tertiary fr-btn--sm"
      onClick={({ currentTarget }) => onClick(currentTarget)}
    >
      {label}
      <span className="fr-sr-only">&nbsp;: {name}</span>
    </button>
  );
}
