import { formatDate } from '@/i18n/format';
import type { ReadableMessage } from '../organism';
import type { TaxStatement } from '../tax-statement';
import {
  listOrganizerRows,
  listTaxNotes,
  listTaxSteps,
  taxTableHeaders,
  toTaxTableRow,
  toTaxTableTotals,
} from '../tax-text';
import { listCnmFigures, listCnmShowRows } from './figures';

/** The summary for the eyes: values to copy to the site of the CNM, in its order. */
export function describeCnm(statement: TaxStatement): ReadableMessage {
  const figures = listCnmFigures(statement);
  return {
    sections: [
      { title: 'Calcul de la taxe', rows: listTaxSteps(statement) },
      {
        title: 'Échéance',
        rows: [{ label: 'À déclarer au plus tard le', value: formatDate(statement.deadline.dueAt) }],
      },
      { title: 'Redevable', isCopied: true, rows: listOrganizerRows(statement) },
      { title: 'Spectacle', isCopied: true, rows: listCnmShowRows(statement) },
      {
        title: 'Chiffres à saisir',
        isCopied: true,
        rows: figures.map(({ label, exact }) => ({ label, value: exact })),
      },
      {
        title: 'Les mêmes en euros entiers',
        isCopied: true,
        rows: figures.map(({ label, wholeEuros }) => ({ label, value: wholeEuros })),
      },
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
