import type { ReadableMessage } from '../organism';
import { toTaxMessage } from '../tax-message';
import type { TaxStatement } from '../tax-statement';
import { listOrganizerRows } from '../tax-text';
import { astpCases, listAstpFigures, listAstpProducerRows, listAstpShowRows } from './form-rows';
import { listAstpForms } from './statement-data';

/** The statement for the eyes: one section per form of the site of ASTP. */
export function describeAstp(statement: TaxStatement): ReadableMessage {
  const forms = listAstpForms(statement);
  return toTaxMessage(statement, [
    { title: 'Déclarant', rows: listOrganizerRows(statement) },
    ...forms.map((form, index) => ({
      title: forms.length === 1 ? 'Formulaire' : `Formulaire ${index + 1} sur ${forms.length}`,
      rows: [
        ...listAstpShowRows(form, statement),
        { label: 'Cas', value: astpCases[form.kind] },
        ...listAstpFigures(form),
        ...listAstpProducerRows(statement),
      ],
    })),
  ]);
}
