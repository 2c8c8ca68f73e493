'use client';
import type { DraftPerformance } from '@/domain/declaration/draft';
import { formatAmount, formatCounted, formatDateTime, formatRate } from '@/i18n/format';
import { useDraftSession, usePerformance } from '../draft-context';
import styles from '../declaration.module.css';

/** «D’où vient ce chiffre ?»: the ticketing, when, how many tickets; or corrected by whom, when, from what. */
export function FigureOrigin({ id }: { readonly id: string }) {
  const { source } = useDraftSession();
  const performance = usePerformance(id);
  if (!performance) return null;
  const { imported, correction } = performance;
  const corrections = listCorrections(performance);
  return (
    <section aria-labelledby={`performances.${id}.origin`} className={styles.origin}>
      <h3 id={`performances.${id}.origin`} className="fr-h6">
        D’où viennent ces chiffres&nbsp;?
      </h3>
      <p>
        {source.label}, lu le {formatDateTime(new Date(imported.importedAt))}&nbsp;:{' '}
        {formatCounted(imported.paidTickets, 'billet payant', 'billets payants')},{' '}
        {formatCounted(imported.freeTickets, 'billet gratuit', 'billets gratuits')},{' '}
        {formatAmount(imported.includingTaxesCents)} TTC et {formatAmount(imported.excludingTaxesCents)} HT
        {imported.taxRateBp === null
          ? ', à plusieurs taux de TVA ou à un taux inconnu.'
          : `, TVA à ${formatRate(imported.taxRateBp)}.`}
      </p>
      {corrections.length > 0 && (
        <>
          <p className="fr-mb-1v">
            {correction
              ? `Corrigé par ${correction.by} le ${formatDateTime(new Date(correction.at))}\u00a0:`
              : 'Corrigé à l’instant\u00a0:'}
          </p>
          <ul>
            {corrections.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function listCorrections({ corrected, imported }: DraftPerformance): string[] {
  const { amounts, taxRateBp, paidTickets, freeTickets } = corrected;
  const insteadOf = (now: string, before: string) => `${now} au lieu de ${before}`;
  return [
    ...(amounts
      ? [
          insteadOf(`TTC ${formatAmount(amounts.includingTaxesCents)}`, formatAmount(imported.includingTaxesCents)),
          insteadOf(`HT ${formatAmount(amounts.excludingTaxesCents)}`, formatAmount(imported.excludingTaxesCents)),
        ]
      : []),
    ...(paidTickets === null
      ? []
      : [
          insteadOf(
            formatCounted(paidTickets, 'billet payant', 'billets payants'),
            formatCounted(imported.paidTickets, 'billet payant', 'billets payants'),
          ),
        ]),
    ...(freeTickets === null
      ? []
      : [
          insteadOf(
            formatCounted(freeTickets, 'billet gratuit', 'billets gratuits'),
            formatCounted(imported.freeTickets, 'billet gratuit', 'billets gratuits'),
          ),
        ]),
    ...(taxRateBp === null
      ? []
      : [
          insteadOf(
            `TVA à ${formatRate(taxRateBp)}`,
            imported.taxRateBp === null ? 'un taux inconnu' : formatRate(imported.taxRateBp),
          ),
        ]),
  ];
}
