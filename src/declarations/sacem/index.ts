import { sacemDeadlines } from '@/domain/calendar';
import { toSeriesVenue } from '@/domain/declaration/effective';
import { deadlineSources } from '@/i18n/labels';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import type { OrganismModule } from '../organism';
import { toSlug } from '../slug';
import { checkSacem } from './check';
import { describeStatement } from './describe';
import { renderStatement } from './statement';
import { toSacemStatement } from './statement-data';

/** SACEM: a statement of revenue and expenses, as a PDF mailed to the agency of the venue. */
export const sacem: OrganismModule = {
  organism: 'SACEM',
  check: checkSacem,
  render: async (declaration, share) => ({
    filename: `Déclaration SACEM ${toMention(declaration)}- ${toSlug(declaration.series.name)}${share ? ` - ${toSlug(share.agencyName)}` : ''}.pdf`,
    contentType: 'application/pdf',
    bytes: await renderStatement(toSacemStatement(declaration, share)),
  }),
  describe: (declaration, share) => describeStatement(toSacemStatement(declaration, share)),
  agencyPostalCode: (declaration) => toSeriesVenue(declaration)?.address.postalCode ?? null,
  deadline: (lastPerformanceAt) => {
    const [{ dueAt, rule }] = sacemDeadlines(lastPerformanceAt);
    return { dueAt, source: deadlineSources[rule] };
  },
};

/** So that an agency sees which file is which in a folder. */
function toMention({ corrects }: NeutralDeclaration): string {
  return corrects ? `rectificative ${corrects.number} ` : '';
}
