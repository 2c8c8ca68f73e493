'use client';
import { formatDate } from '@/i18n/format';
import { useDraftSession } from '../draft-context';

export type GoneChoiceProps = {
  readonly id: string;
  /** What the button answers: declared all the same, or left out. */
  readonly keeps: boolean;
  readonly describedBy: string;
  /** Where the question goes once answered: says where the focus goes, while the button is still there. */
  readonly onAnswer?: (button: HTMLElement) => void;
};

/** One answer about a performance that is no longer in the ticketing; saved and undone like any other edit. */
export function GoneChoice({ id, keeps, describedBy, onAnswer }: GoneChoiceProps) {
  const { store, announce } = useDraftSession();
  const answer = (button: HTMLElement) => {
    const performance = store.getPerformance(id);
    if (!performance) return;
    store.edit(`performances.${id}.absence.kept`, keeps);
    store.closeEdit();
    onAnswer?.(button);
    const date = formatDate(new Date(performance.startAt));
    announce(
      keeps
        ? `La représentation du ${date} est gardée dans la déclaration.`
        : `La représentation du ${date} est laissée de côté.`,
    );
  };
  return (
    <button
      type="button"
      className={`fr-btn fr-btn--sm ${keeps ? '' : 'fr-btn--secondary'}`}
      aria-describedby={describedBy}
      onClick={({ currentTarget }) => answer(currentTarget)}
    >
      {keeps ? 'Garder' : 'Laisser de côté'}
    </button>
  );
}
