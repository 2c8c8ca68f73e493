import { formatCount, formatCounted } from '@/i18n/format';
import type { ReadingPreview } from '@/server/imports/import-view.schema';

/** What was left out, and the rows that could not be read and why, under the numbers that a spreadsheet shows. */
export function UnreadableRows({ reading }: { readonly reading: ReadingPreview }) {
  const { unreadable, unreadableCount, warnings } = reading;
  const hidden = unreadableCount - unreadable.length;
  return (
    <>
      {warnings.length > 0 && (
        <ul>
          {warnings.map((warning) => (
            <li key={warning} className="app-break">
              {warning}
            </li>
          ))}
        </ul>
      )}
      {unreadableCount > 0 && (
        <details className="app-details fr-mb-3w" open={unreadableCount <= 10}>
          <summary>
            {formatCounted(unreadableCount, 'ligne n’a pas pu être lue', 'lignes n’ont pas pu être lues')}
          </summary>
          <p>
            Elles ne sont pas comptées. Corrigez-les dans votre billetterie ou dans le fichier, puis importez-le de
            nouveau.
          </p>
          <ul>
            {unreadable.map(({ row, reason }) => (
              <li key={`${row} ${reason}`} className="app-break">
                Ligne {formatCount(row)}&nbsp;: {reason}
              </li>
            ))}
          </ul>
          {hidden > 0 && <p>Et {formatCounted(hidden, 'autre')}.</p>}
        </details>
      )}
    </>
  );
}
