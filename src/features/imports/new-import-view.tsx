'use client';
import { useEffect, useEffectEvent, useId, useRef, useState, type DragEvent } from 'react';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { PageLink } from '@/components/navigation/page-link';
import { routes } from '@/features/routes';
import { formatCount } from '@/i18n/format';
import { maxFileBytes, type Upload, type UploadOutcome } from './upload-file';
import styles from './imports.module.css';

export type NewImportViewProps = {
  readonly upload: Upload;
  readonly onUploaded: (importId: string) => void;
  readonly newConnectionHref: string;
};

/** «Importer un fichier»: dropped, or chosen with the keyboard; refused at once when it cannot be read. */
export function NewImportView({ upload, onUploaded, newConnectionHref }: NewImportViewProps) {
  const id = useId();
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<Extract<UploadOutcome, { ok: false }> | null>(null);
  const [isOver, setIsOver] = useState(false);
  const isSending = share !== null;

  const send = async (file: File | undefined) => {
    if (!file || isSending) return;
    const refusal = refuseEarly(file);
    setFailure(refusal);
    if (refusal) return;
    setShare(0);
    const outcome = await upload(file, setShare);
    if (outcome.ok) return onUploaded(outcome.importId);
    setShare(null);
    setFailure(outcome);
  };
  // Chosen before the page was alive: the browser kept it in the field, and React never heard of it.
  const field = useRef<HTMLInputElement>(null);
  const sendEarly = useEffectEvent(() => void send(field.current?.files?.[0]));
  useEffect(() => sendEarly(), []);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files[0]);
  };

  return (
    <div className="fr-container fr-my-5w app-narrow">
      <h1>Importer un fichier</h1>
      <p className="fr-text--lead">
        Donnez l’export des ventes de votre billetterie, en CSV ou en XLSX (tableur). Les colonnes sont reconnues
        seules, et rien n’est enregistré avant que vous ayez vu ce qui a été lu.{' '}
        <a href={routes.guide('fichier')}>Préparer le fichier</a>
      </p>
      {failure && <Failure failure={failure} />}
      <div
        className={`${styles.drop} ${isOver ? styles.over : ''}`}
        role="presentation"
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <div className="fr-upload-group">
          <label className="fr-label" htmlFor={id}>
            Déposez le fichier ici, ou choisissez-le
            <span className="fr-hint-text">CSV ou XLSX, 30 Mo au plus, sans macro ni mot de passe.</span>
          </label>
          <input
            ref={field}
            id={id}
            className="fr-upload"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            disabled={isSending}
            onChange={(event) => {
              void send(event.target.files?.[0]);
              // The same file chosen again after a refusal is a change too.
              event.target.value = '';
            }}
          />
        </div>
        {isSending && (
          <div className="app-progress fr-mt-2w">
            <progress className="app-progress__bar" max={1} value={share} aria-label="Envoi du fichier" />
            <p role="status" className="fr-mb-0">
              Envoi du fichier… {formatCount(Math.round(share * 100))}&nbsp;%
            </p>
          </div>
        )}
      </div>
      <h2 className="fr-h6 fr-mt-4w">Ce que devient ce fichier</h2>
      <p>
        Nous y lisons les spectacles, les dates, les billets et les montants. Les noms et adresses des spectateurs ne
        sont ni enregistrés ni affichés, et le fichier est effacé dès que vous avez confirmé, au plus tard au bout de
        24&nbsp;heures.
      </p>
      <PageLink className="fr-link" href={newConnectionHref}>
        Choisir une autre billetterie
      </PageLink>
    </div>
  );
}

function refuseEarly(file: File): Extract<UploadOutcome, { ok: false }> | null {
  if (file.size > maxFileBytes)
    return { ok: false, refusal: 'Ce fichier dépasse 30\u00a0Mo\u00a0: exportez une période plus courte.' };
  if (file.size === 0)
    return { ok: false, refusal: 'Ce fichier est vide\u00a0: refaites l’export depuis votre billetterie.' };
  return null;
}

function Failure({ failure }: { readonly failure: Extract<UploadOutcome, { ok: false }> }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), [failure]);
  if ('code' in failure)
    return (
      <div className="fr-mb-3w">
        <LazyErrorMessage code={failure.code} takesFocus />
      </div>
    );
  return (
    <div ref={root} tabIndex={-1} role="alert" className="fr-alert fr-alert--error fr-mb-3w app-message">
      <h2 className="fr-alert__title">Ce fichier ne peut pas être importé</h2>
      <p>{failure.refusal}</p>
    </div>
  );
}
