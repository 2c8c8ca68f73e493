import type { RunView } from '@/server/ticketing/list-connections.schema';
import { describeProgress } from './describe-run';

/** A synchronisation that grows on screen; read aloud when the counts settle, not at each ticket. */
export function RunProgress({ run }: { readonly run: RunView }) {
  const isCounted = run.seriesTotal !== null && run.seriesTotal > 0;
  const text = run.state === 'queued' ? 'La synchronisation va commencer…' : `${describeProgress(run)}…`;
  return (
    <div className="app-progress">
      {isCounted ? (
        <progress
          className="app-progress__bar"
          max={run.seriesTotal ?? 1}
          value={run.seriesDone}
          aria-label="Spectacles lus"
        />
      ) : (
        <progress className="app-progress__bar" aria-label="Synchronisation en cours" />
      )}
      <p role="status" className="fr-mb-0 app-progress__text">
        {text}
      </p>
    </div>
  );
}
