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
import { astpCases, listAstpFigures, listAstpProducerRows, listAstpShowRows } from './form-rows';
import { listAstpForms } from './statement-data';

/** The statement for the eyes: one section per form, then the computation and every performance. */
export function describeAstp(statement: TaxStatement): ReadableMessage {
  const forms = listAstpForms(statement);
  return {
    sections: [
      { title: 'Calcul de la taxe', rows: listTaxSteps(statement) },
      {
        title: 'Échéance',
        rows: [{ label: 'À déclarer au plus tard le', value: formatDate(statement.deadline.dueAt) }],
      },
      { title: 'Déclarant', isCopied: true, rows: listOrganizerRows(statement) },
      ...forms.map((form, index) => ({
        title: forms.length === 1 ? 'Formulaire' : `Formulaire ${index + 1} sur ${forms.length}`,
        isCopied: true,
        rows: [
          ...listAstpShowRows(form, statement),
          { label: 'Cas', value: astpCases[form.kind] },
          ...listAstpFigures(form),
          ...listAstpProducerRows(statement),
        ],
      })),
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
