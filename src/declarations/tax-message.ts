import { formatDate } from '@/i18n/format';
import type { ReadableMessage } from './organism';
import type { TaxStatement } from './tax-statement';
import { listTaxNotes, listTaxSteps, taxTableHeaders, type TextRow, toTaxTableRow, toTaxTableTotals } from './tax-text';

/** A section that a person copies to the site of the organism. */
type CopiedSection = { readonly title: string; readonly rows: readonly TextRow[] };

/** The message of a tax on shows for the eyes: what is due and when, what to copy, what is not confirmed, every performance. */
export function toTaxMessage(statement: TaxStatement, copied: readonly CopiedSection[]): ReadableMessage {
  return {
    sections: [
      { title: 'Calcul de la taxe', rows: listTaxSteps(statement) },
      {
        title: 'Échéance',
        rows: [{ label: 'À déclarer au plus tard le', value: formatDate(statement.deadline.dueAt) }],
      },
      ...copied.map((section) => ({ ...section, isCopied: true })),
      { title: 'À savoir', rows: listTaxNotes(statement) },
      {
        title: 'Représentations',
        rows: [],
        table: {
          headers: taxTableHeaders,
          rows: statement.performances.map(toTaxTableRow),
          totals: toTaxTableTotals(statement),
        },
      },
    ],
  };
}
