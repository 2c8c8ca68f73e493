import { taxDeadline } from '@/domain/calendar';
import { deadlineSources } from '@/i18n/labels';
import type { OrganismModule } from '../organism';
import { toSlug } from '../slug';
import { toTaxStatement } from '../tax-statement';
import { checkCnm } from './check';
import { describeCnm } from './describe';
import { renderCnmStatement } from './statement';

/** CNM: tax on variety shows, entered by a person on its site from this summary. It has no agencies and no public API. */
export const cnm: OrganismModule = {
  organism: 'CNM',
  check: checkCnm,
  render: async (declaration) => ({
    filename: `Déclaration CNM - ${toSlug(declaration.series.name)}.pdf`,
    contentType: 'application/pdf',
    bytes: await renderCnmStatement(toTaxStatement(declaration, 'CNM', checkCnm)),
  }),
  describe: (declaration) => describeCnm(toTaxStatement(declaration, 'CNM', checkCnm)),
  agencyPostalCode: () => null,
  deadline: (lastPerformanceAt) => {
    const { dueAt, rule } = taxDeadline('CNM', lastPerformanceAt);
    return { dueAt, source: deadlineSources[rule] };
  },
};
