import { sacdDeadline } from '@/domain/calendar';
import { toSeriesVenue } from '@/domain/declaration/effective';
import { deadlineSources } from '@/i18n/labels';
import type { OrganismModule } from '../organism';
import { toSlug } from '../slug';
import { checkSacd } from './check';
import { describeSacdMessage } from './describe';
import { toSacdMessage } from './message';
import { renderSacdXml } from './render';

/** SACD: revenue declared through its e-ticketing web service, as XML. */
export const sacd: OrganismModule = {
  organism: 'SACD',
  check: checkSacd,
  render: async (declaration) => ({
    filename: `Déclaration SACD - ${toSlug(declaration.series.name)}.xml`,
    contentType: 'application/xml',
    bytes: new TextEncoder().encode(renderSacdXml(toSacdMessage(declaration))),
  }),
  describe: (declaration) => describeSacdMessage(toSacdMessage(declaration)),
  agencyPostalCode: (declaration) => toSeriesVenue(declaration)?.address.postalCode ?? null,
  deadline: (lastPerformanceAt) => {
    const { dueAt, rule } = sacdDeadline(lastPerformanceAt);
    return { dueAt, source: deadlineSources[rule] };
  },
};
