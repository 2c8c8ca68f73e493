import { formatAmount, formatCount, formatCounted, formatDateTime, formatRate } from '@/i18n/format';
import type { ImportTotals, PreviewedSeries, ReadingPreview } from '@/server/imports/import-view.schema';
import styles from './imports.module.css';

/** The shows, performances and totals that the file makes, before anything is stored. */
export function ImportPreview({ reading }: { readonly reading: ReadingPreview }) {
  const { series, seriesCount } = reading;
  return (
    <section aria-labelledby="lu">
      <h2 id="lu" className="fr-h5">
        Ce qui a été lu
      </h2>
      {seriesCount === 0 ? (
        <p>Aucune représentation pour l’instant.</p>
      ) : (
        <>
          <Totals seriesCount={seriesCount} totals={reading.totals} />
          {series.map((one) => (
            <SeriesDetails key={one.id} series={one} isOpen={seriesCount === 1} />
          ))}
          {seriesCount > series.length && (
            <p className="fr-mt-2w">
              Et {formatCounted(seriesCount - series.length, 'autre spectacle', 'autres spectacles')}.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Totals({ seriesCount, totals }: { readonly seriesCount: number; readonly totals: ImportTotals }) {
  const facts = [
    ['Spectacles', formatCount(seriesCount)],
    ['Représentations', formatCount(totals.performances)],
    ['Billets payants', formatCount(totals.paidTickets)],
    ['Billets gratuits', formatCount(totals.freeTickets)],
    ['Recettes TTC', formatAmount(totals.includingTaxesCents)],
    ['Recettes HT', toHt(totals.excludingTaxesCents)],
  ] as const;
  return (
    <dl className={styles.totals}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SeriesDetails({ series, isOpen }: { readonly series: PreviewedSeries; readonly isOpen: boolean }) {
  const hidden = series.performances - series.first.length;
  return (
    <details className="app-details" open={isOpen}>
      <summary className="app-break">
        {series.name}&nbsp;: {formatCounted(series.performances, 'représentation')},{' '}
        {formatCounted(series.paidTickets + series.freeTickets, 'billet')}, {formatAmount(series.includingTaxesCents)}{' '}
        TTC
      </summary>
      <table className="app-table">
        <caption className="fr-sr-only">Représentations de {series.name}</caption>
        <thead>
          <tr>
            <th scope="col">Représentation</th>
            <th scope="col" className="app-table__number">
              Payants
            </th>
            <th scope="col" className="app-table__number">
              Gratuits
            </th>
            <th scope="col" className="app-table__number">
              TTC
            </th>
            <th scope="col" className="app-table__number">
              HT
            </th>
            <th scope="col" className="app-table__number">
              TVA
            </th>
          </tr>
        </thead>
        <tbody>
          {series.first.map((performance, index) => (
            <tr key={`${performance.startAt} ${index}`}>
              <th scope="row">{formatDateTime(new Date(performance.startAt))}</th>
              <td className="app-table__number" data-label="Payants">
                {formatCount(performance.paidTickets)}
              </td>
              <td className="app-table__number" data-label="Gratuits">
                {formatCount(performance.freeTickets)}
              </td>
              <td className="app-table__number" data-label="TTC">
                {formatAmount(performance.includingTaxesCents)}
              </td>
              <td className="app-table__number" data-label="HT">
                {toHt(performance.excludingTaxesCents)}
              </td>
              <td className="app-table__number" data-label="TVA">
                {performance.taxRateBp === null ? '–' : formatRate(performance.taxRateBp)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p>Et {formatCounted(hidden, 'autre représentation', 'autres représentations')}.</p>}
    </details>
  );
}

function toHt(cents: number | null): string {
  return cents === null ? 'inconnu' : formatAmount(cents);
}
