'use client';
import { useEffect, useRef, useState } from 'react';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { PageLink } from '@/components/navigation/page-link';
import type { ImportMapping } from '@/domain/ticketing/import/mapping';
import type { ScreenError } from '@/features/screen-error';
import type { ImportView as ImportData } from '@/server/imports/import-view.schema';
import { ConfirmImport } from './confirm-import';
import { describeChanges, describeWork } from './describe-import';
import { ImportColumns } from './import-columns';
import { ImportPreview } from './import-preview';
import { ImportQuestions } from './import-questions';
import { UnreadableRows } from './unreadable-rows';

export type ImportViewProps = {
  readonly file: ImportData;
  readonly error: ScreenError | null;
  readonly isPending: boolean;
  readonly onReadAgain: (mapping: ImportMapping) => void;
  readonly onConfirm: (label: string) => void;
  readonly onAbandon: () => void;
  readonly showsHref: string;
  readonly newImportHref: string;
};

/** A file that was given: how its reading goes, what was read, what is asked, and the confirmation that stores it. */
export function ImportView(props: ImportViewProps) {
  const { file, error } = props;
  const work = describeWork(file);
  return (
    <div className="fr-container fr-my-5w">
      <h1 className="app-break">Importer «&nbsp;{file.name}&nbsp;»</h1>
      {error && (
        <div className="fr-mb-3w">
          <LazyErrorMessage code={error.code} takesFocus />
        </div>
      )}
      {work !== null && <Work sentence={work} file={file} />}
      {file.state === 'refused' && <Refused sentence={file.refusal} newImportHref={props.newImportHref} />}
      {file.state === 'failed' && <Failed {...props} />}
      {file.state === 'stored' && <Stored {...props} />}
      {file.reading && file.mapping && isOpen(file.state) && (
        <Reading key={file.revision} {...props} reading={file.reading} mapping={file.mapping} />
      )}
    </div>
  );
}

/** While it is read again, what was read before stays in view. */
function isOpen(state: ImportData['state']): boolean {
  return state === 'read' || state === 'queued' || state === 'reading';
}

function Work({ sentence, file }: { readonly sentence: string; readonly file: ImportData }) {
  const total = file.state === 'storing' ? (file.run?.seriesTotal ?? null) : null;
  return (
    <div className="app-progress">
      {total === null ? (
        <progress className="app-progress__bar" aria-label="Travail en cours" />
      ) : (
        <progress
          className="app-progress__bar"
          max={Math.max(1, total)}
          value={file.run?.seriesDone ?? 0}
          aria-label="Spectacles enregistrés"
        />
      )}
      <p role="status" className="fr-mb-0 app-progress__text">
        {sentence}
      </p>
    </div>
  );
}

function Reading(
  props: ImportViewProps & {
    readonly reading: NonNullable<ImportData['reading']>;
    readonly mapping: ImportMapping;
  },
) {
  const { file, reading, mapping, isPending, onReadAgain } = props;
  const [draft, setDraft] = useState(mapping);
  const isReading = file.state !== 'read';
  const isChanged = draft !== mapping;
  const readAgain = () => {
    if (!isPending && !isReading) onReadAgain(draft);
  };
  return (
    <div aria-busy={isReading} className={isReading ? 'app-stale' : undefined}>
      {file.isRemembered && (
        <p>
          Les colonnes sont lues comme dans votre précédent fichier du même modèle. Vous pouvez y revenir ci-dessous.
        </p>
      )}
      <ImportQuestions
        reading={reading}
        mapping={draft}
        onChange={setDraft}
        onReadAgain={readAgain}
        isPending={isPending || isReading}
      />
      <ImportPreview reading={reading} />
      <UnreadableRows reading={reading} />
      <ImportColumns
        mapping={draft}
        isOpen={reading.series.length === 0}
        isChanged={isChanged}
        isPending={isPending || isReading}
        onChange={setDraft}
        onReadAgain={readAgain}
      />
      <ConfirmImport
        label={file.label}
        blocker={findBlocker(reading, isChanged, isReading)}
        isPending={isPending}
        onConfirm={props.onConfirm}
        onAbandon={props.onAbandon}
      />
    </div>
  );
}

function findBlocker(reading: NonNullable<ImportData['reading']>, isChanged: boolean, isReading: boolean) {
  if (isReading) return 'Le fichier est en cours de lecture.';
  if (isChanged) return 'Vos choix ont changé\u00a0: relisez d’abord le fichier.';
  if (reading.needs.length > 0) return 'Répondez d’abord à ce qui est demandé plus haut.';
  if (reading.series.length === 0) return 'Aucune représentation n’a été lue\u00a0: vérifiez les colonnes.';
  return null;
}

function Refused({ sentence, newImportHref }: { readonly sentence: string | null; readonly newImportHref: string }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), []);
  return (
    <>
      <div ref={root} tabIndex={-1} role="alert" className="fr-alert fr-alert--error fr-mb-3w app-message">
        <h2 className="fr-alert__title">Ce fichier ne peut pas être importé</h2>
        <p>{sentence}</p>
      </div>
      <PageLink className="fr-btn" href={newImportHref}>
        Choisir un autre fichier
      </PageLink>
    </>
  );
}

function Failed({ file, isPending, onReadAgain, newImportHref }: ImportViewProps) {
  return (
    <>
      <div role="alert" className="fr-alert fr-alert--error fr-mb-3w">
        <h2 className="fr-alert__title">Le traitement de ce fichier s’est arrêté</h2>
        <p>La panne est de notre côté et nous en sommes avertis. Ce qui était enregistré l’est toujours.</p>
      </div>
      <div className="app-actions">
        {file.mapping && (
          <button
            type="button"
            className="fr-btn"
            aria-disabled={isPending}
            onClick={() => !isPending && file.mapping && onReadAgain(file.mapping)}
          >
            Relire le fichier
          </button>
        )}
        <PageLink className="fr-btn fr-btn--secondary" href={newImportHref}>
          Choisir un autre fichier
        </PageLink>
      </div>
    </>
  );
}

function Stored({ file, showsHref, newImportHref }: ImportViewProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <div className="fr-alert fr-alert--success fr-mb-3w">
        <h2 ref={title} tabIndex={-1} className="fr-alert__title">
          Le fichier est importé
        </h2>
        <p>{file.run && describeChanges(file.run)}</p>
      </div>
      <div className="app-actions">
        <PageLink className="fr-btn" href={showsHref}>
          Voir mes spectacles
        </PageLink>
        <PageLink className="fr-btn fr-btn--secondary" href={newImportHref}>
          Importer un autre fichier
        </PageLink>
      </div>
    </>
  );
}
