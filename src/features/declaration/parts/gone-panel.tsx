'use client';
import type { Draft } from '@/domain/declaration/draft';
import { isCorrected, toDeclaredFigures } from '@/domain/declaration/figures';
import { isDeclared } from '@/domain/declaration/to-neutral-declaration';
import { formatAmount, formatCounted, formatDateTime } from '@/i18n/format';
import { useDraftReading, useDraftSession, usePerformance } from '../draft-context';
import { focusNextItem, toFieldId } from './field-ids';
import { GoneChoice } from './gone-choice';
import styles from '../declaration.module.css';

/**
 * Performances that the ticketing no longer knows and about which only a person can say: those that carry corrections, and
 * all of them once the show has organisms. Each answer can be changed later, on the line of the performance.
 */
export function GonePanel() {
  const { organisms, locked } = useDraftSession();
  const hasOrganisms = organisms.length > 0;
  const asked = useDraftReading((draft) => listAsked(draft, hasOrganisms));
  const isEmptied = useDraftReading(isWithoutPerformance);
  const ids = asked === '' || locked ? [] : asked.split(' ');
  if (ids.length === 0 && !isEmptied) return null;
  return (
    <section className="fr-alert fr-alert--warning fr-mb-3w" aria-labelledby="disparues">
      <h2 id="disparues" className="fr-alert__title">
        {isEmptied
          ? 'Toutes les dates de ce spectacle ont disparu de la billetterie'
          : `${formatCounted(ids.length, 'représentation n’est', 'représentations ne sont')} plus dans la billetterie`}
      </h2>
      <p>
        {isEmptied
          ? 'Rien n’est à déclarer tant qu’aucune date n’est gardée. Le spectacle, ses chiffres et vos réponses restent ici.'
          : 'Si elle a eu lieu, gardez-la dans la déclaration\u00a0; si elle a été annulée, laissez-la de côté. Vous pourrez changer d’avis sur sa ligne.'}
      </p>
      {ids.length > 0 && (
        <ul className={styles.conflicts}>
          {ids.map((id) => (
            <li key={id}>
              <GoneItem id={id} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function GoneItem({ id }: { readonly id: string }) {
  const performance = usePerformance(id);
  if (!performance) return null;
  const figures = toDeclaredFigures(performance.imported, performance.corrected);
  const goOn = (button: HTMLElement) => focusNextItem(button, toFieldId('performances.dates', id));
  const tickets = formatCounted(figures.paidTickets + figures.freeTickets, 'billet');
  return (
    <>
      <p className="fr-mb-1v" id={`disparue-${id}`}>
        <strong>{formatDateTime(new Date(performance.startAt))}</strong>
        <br />
        {tickets}, {formatAmount(figures.includingTaxesCents)} TTC
        {isCorrected(performance.corrected) && '. Vous en avez corrigé les chiffres.'}
      </p>
      <div className={styles.actions}>
        <GoneChoice id={id} keeps describedBy={`disparue-${id}`} onAnswer={goOn} />
        <GoneChoice id={id} keeps={false} describedBy={`disparue-${id}`} onAnswer={goOn} />
      </div>
    </>
  );
}

/** Identifiers joined by a space: the same text as long as the same ones are asked about. */
function listAsked({ performances }: Draft, hasOrganisms: boolean): string {
  return performances
    .filter(({ gone, absence, corrected }) => gone && absence.kept === null && (hasOrganisms || isCorrected(corrected)))
    .map(({ id }) => id)
    .join(' ');
}

function isWithoutPerformance({ performances }: Draft): boolean {
  return performances.length > 0 && !performances.some(isDeclared);
}
