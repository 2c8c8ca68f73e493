import type { ReadableMessage } from '../organism';
import { toTaxMessage } from '../tax-message';
import type { TaxStatement } from '../tax-statement';
import { listOrganizerRows } from '../tax-text';
import { listCnmFigures, listCnmShowRows } from './figures';

/** The summary for the eyes: values to copy to the site of the CNM, in its order. */
export function describeCnm(statement: TaxStatement): ReadableMessage {
  const figures = listCnmFigures(statement);
  return toTaxMessage(statement, [
    { title: 'Redevable', rows: listOrganizerRows(statement) },
    { title: 'Spectacle', rows: listCnmShowRows(statement) },
    { title: 'Chiffres à saisir', rows: figures.map(({ label, exact }) => ({ label, value: exact })) },
    {
      title: 'Les mêmes en euros entiers',
      rows: figures.map(({ label, wholeEuros }) => ({ label, value: wholeEuros })),
    },
  ]);
}
