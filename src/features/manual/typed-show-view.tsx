'use client';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { PageLink } from '@/components/navigation/page-link';
import type { ScreenError } from '@/features/screen-error';
import type { TypedPerformance } from '@/server/manual/manual-performance.schema';
import type { TypedShow } from '@/server/manual/save-show.schema';
import { AddDates } from './add-dates';
import type { KeptRows } from './kept-rows';
import { RemoveShow } from './remove-show';
import { Removed, statusId } from './removed';
import { ShowName } from './show-name';
import { TypedPerformances } from './typed-performances';

export type SaveChange = {
  readonly name?: string;
  readonly add?: { readonly starts: readonly string[]; readonly taxRateBp: number | null };
  readonly change?: readonly { readonly id: string; readonly performance: TypedPerformance }[];
};

export type TypedShowViewProps = {
  readonly show: TypedShow;
  readonly kept: KeptRows;
  readonly error: ScreenError | null;
  readonly isPending: boolean;
  /** What was just done, read aloud. */
  readonly status: string;
  /** What was removed and can be taken back: a sentence; null when there is nothing. */
  readonly removed: string | null;
  readonly onSave: (change: SaveChange, onDone: () => void) => void;
  readonly onRemove: (performanceIds: readonly string[] | null) => void;
  readonly onRestore: () => void;
  readonly showHref: string;
  readonly repeatHref: string;
};

/** A show typed by hand: its name, its dates, the figures of each, until it is declared. */
export function TypedShowView(props: TypedShowViewProps) {
  const { show, isPending, onSave, onRemove } = props;
  return (
    <div className="fr-container fr-my-5w">
      <h1 className="app-break">{show.name}</h1>
      <p>
        Saisissez ici les dates et les recettes de chaque représentation.{' '}
        <PageLink href={props.showHref}>La page du spectacle</PageLink> prépare les déclarations avec elles.{' '}
        <PageLink href={props.repeatHref}>Reprendre pour une nouvelle saison</PageLink>
      </p>
      {show.locked && (
        <div className="fr-alert fr-alert--info fr-mb-3w">
          <p>Ce spectacle est déclaré&nbsp;: ses dates et ses recettes ne changent plus.</p>
        </div>
      )}
      {props.error && (
        <div className="fr-mb-3w">
          <LazyErrorMessage
            code={props.error.code}
            text={props.error.code === 'stale-version' ? somebodyElse : undefined}
            takesFocus
          />
        </div>
      )}
      <p id={statusId} role="status" tabIndex={-1} className="fr-mb-2w app-message">
        {props.status}
      </p>
      {props.removed !== null && <Removed sentence={props.removed} isPending={isPending} onRestore={props.onRestore} />}
      <TypedPerformances
        show={show}
        kept={props.kept}
        isPending={isPending}
        onSave={(change, onDone) => onSave({ change }, onDone)}
        onRemove={(id) => onRemove([id])}
      />
      {!show.locked && (
        <>
          <AddDates
            performances={show.performances}
            isPending={isPending}
            onAdd={(starts, taxRateBp, onDone) => onSave({ add: { starts, taxRateBp } }, onDone)}
          />
          <ShowName name={show.name} isPending={isPending} onRename={(name, onDone) => onSave({ name }, onDone)} />
        </>
      )}
      <RemoveShow show={show} isPending={isPending} onRemove={() => onRemove(null)} />
    </div>
  );
}

const somebodyElse = {
  title: 'Quelqu’un a modifié ce spectacle en même temps que vous',
  explanation:
    'Rien n’a été enregistré. Ses changements sont maintenant à l’écran, et ce que vous aviez saisi aussi\u00a0: vérifiez, puis recommencez.',
  wayOut: null,
} as const;
