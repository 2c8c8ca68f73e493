import { taxDeadline } from '@/domain/calendar';
import { deadlineSources } from '@/i18n/labels';
import type { OrganismModule } from '../organism';
import { toSlug } from '../slug';
import { toTaxStatement } from '../tax-statement';
import { checkAstp } from './check';
import { describeAstp } from './describe';
import { renderAstpStatement } from './statement';

/** ASTP: tax on drama, opera and dance, declared by a person on its site or on paper from this statement. It has no agencies. */
export const astp: OrganismModule = {
  organism: 'ASTP',
  check: checkAstp,
  render: async (declaration) => ({
    filename: `Déclaration ASTP - ${toSlug(declaration.series.name)}.pdf`,
    contentType: 'application/pdf',
    bytes: await renderAstpStatement(toTaxStatement(declaration, 'ASTP', checkAstp)),
  }),
  describe: (declaration) => describeAstp(toTaxStatement(declaration, 'ASTP', checkAstp)),
  agencyPostalCode: () => null,
  deadline: (lastPerformanceAt) => {
    const { dueAt, rule } = taxDeadline('ASTP', lastPerformanceAt);
    return { dueAt, source: deadlineSources[rule] };
  },
};
