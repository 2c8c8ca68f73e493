import { formatCounted } from '@/i18n/format';
import type { ImportView } from '@/server/imports/import-view.schema';

/** What is being done with the file, in a sentence; null when a person has the next word. */
export function describeWork({ state, rowsRead, run }: Pick<ImportView, 'state' | 'rowsRead' | 'run'>): string | null {
  switch (state) {
    case 'receiving':
      return 'Le fichier arrive…';
    case 'queued':
      return 'La lecture va commencer…';
    case 'reading':
      return rowsRead === 0 ? 'Lecture du fichier…' : `${formatCounted(rowsRead, 'ligne lue', 'lignes lues')}…`;
    case 'storing':
      return run
        ? `${formatCounted(run.seriesDone, 'spectacle enregistré', 'spectacles enregistrés')}…`
        : 'Enregistrement…';
    default:
      return null;
  }
}

/** What storing the file changed, in one sentence. */
export function describeChanges(run: NonNullable<ImportView['run']>): string {
  const changes = [
    run.newSeries > 0 && formatCounted(run.newSeries, 'nouveau spectacle', 'nouveaux spectacles'),
    run.newPerformances > 0 &&
      formatCounted(run.newPerformances, 'nouvelle représentation', 'nouvelles représentations'),
    run.changedFigures > 0 &&
      formatCounted(
        run.changedFigures,
        'représentation dont les recettes ont changé',
        'représentations dont les recettes ont changé',
      ),
  ].filter((change) => change !== false);
  return changes.length === 0
    ? 'Ce fichier n’a rien changé\u00a0: tout ce qu’il contient était déjà là.'
    : `${changes.join(', ')}. Vos corrections sont conservées.`;
}
