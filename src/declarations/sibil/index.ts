import { quarterDeadline, toQuarter } from '@/domain/quarter';
import { deadlineSources } from '@/i18n/labels';
import type { OrganismModule } from '../organism';
import { checkSibil } from './check';
import { describeSibil } from './describe';
import { renderSibilQuarter } from './render';

/** SIBIL: ticketing data for the Ministry of Culture, as a file that a person imports on its portal. It has no agencies. */
export const sibil: OrganismModule = {
  organism: 'SIBIL',
  check: checkSibil,
  render: async (declaration) => renderSibilQuarter([declaration], null),
  describe: describeSibil,
  agencyPostalCode: () => null,
  deadline: (lastPerformanceAt) => {
    const { dueAt, rule } = quarterDeadline(toQuarter(lastPerformanceAt));
    return { dueAt, source: deadlineSources[rule] };
  },
};
