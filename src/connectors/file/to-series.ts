import type { ConnectorWarning } from '../connector';
import type { RowStart } from './create-row-reader';
import type { MergedReading } from './merge-readings';
import { toParisInstant } from './parse-moment';
import { addTallies, toFigures } from './performance-tally';
import { toSeriesKey, type TableGroup } from './read-table';
import { toParisTime } from '@/domain/calendar';
import type { ImportAnswers } from '@/domain/ticketing/import/mapping';
import type {
  ImportedPerformance,
  ImportedSeries,
  ImportNeed,
  ImportNeedCode,
} from '@/domain/ticketing/import/reading';
import { compareByStart, compareText } from '@/domain/ticketing/model';

const needDetails: Readonly<Record<ImportNeedCode, string>> = {
  'tax-rate': 'Le fichier donne des montants TTC sans taux de TVA : indiquez le taux.',
  'series-name': 'Le fichier ne nomme pas le spectacle : indiquez son nom.',
  'performance-date': 'Le fichier ne donne pas la date de la représentation : indiquez-la.',
  'start-time': 'Le fichier donne des dates sans heure : indiquez l’heure de début.',
  sheet: '',
};

export type SeriesResult = {
  readonly series: readonly ImportedSeries[];
  readonly needs: readonly ImportNeed[];
  readonly warnings: readonly ConnectorWarning[];
  readonly totals: {
    readonly performances: number;
    readonly paidTickets: number;
    readonly freeTickets: number;
    readonly includingTaxesCents: number;
  };
};

/** Names, dates and orders the performances of a file, with the answers of a person where it is silent. */
export function toSeries(merged: MergedReading, answers: ImportAnswers): SeriesResult {
  const groups = [...merged.groups.values()];
  const hasTimes = groups.some(
    ({ start }) => start !== null && ('at' in start || (start.time ?? '00:00:00') !== '00:00:00'),
  );
  const missing = new Set<ImportNeedCode>(merged.needsRate ? ['tax-rate'] : []);
  const warnings: ConnectorWarning[] = [];
  const series = new Map<string, { name: string; performances: ImportedPerformance[] }>();
  const totals = { performances: 0, paidTickets: 0, freeTickets: 0, includingTaxesCents: 0 };
  for (const { group, startAt, name } of joinSame(
    groups,
    (start) => toStart(start, answers, hasTimes, missing),
    answers,
  )) {
    if (name === null) missing.add('series-name');
    const figures = toFigures(group.tally, answers.taxRateBp);
    if (figures === null) {
      warnings.push(warnOfImpossible(name, startAt));
      continue;
    }
    if (figures.excludingTaxesCents === null) missing.add('tax-rate');
    totals.performances += 1;
    totals.paidTickets += figures.paidTickets;
    totals.freeTickets += figures.freeTickets;
    totals.includingTaxesCents += figures.includingTaxesCents;
    if (name === null || startAt === null) continue;
    const id = group.seriesName === null ? toSeriesKey({ seriesId: null, seriesName: name }) : group.seriesKey;
    const one = series.get(id) ?? { name, performances: [] };
    series.set(id, one);
    one.performances.push({
      id: toPerformanceId(id, group, startAt, one.performances),
      startAt,
      endAt: null,
      ...figures,
    });
  }
  return {
    series: [...series]
      .map(([id, { name, performances }]) => ({ id, name, performances: performances.toSorted(compareByStart) }))
      .sort((a, b) => compareText(a.id, b.id)),
    needs: [...missing].sort(compareText).map((code) => ({ code, detail: needDetails[code] })),
    warnings,
    totals,
  };
}

type Dated = { readonly group: TableGroup; readonly startAt: string | null; readonly name: string | null };

/** Once their time is known, two ways of writing a date may be the same performance. */
function joinSame(
  groups: readonly TableGroup[],
  resolve: (start: RowStart) => string | null,
  answers: ImportAnswers,
): Iterable<Dated> {
  const joined = new Map<string, Dated>();
  for (const group of groups) {
    const startAt = resolve(group.start);
    const key = JSON.stringify([group.seriesKey, group.performanceId, startAt ?? group.start]);
    const before = joined.get(key);
    const tally = before ? addTallies(before.group.tally, group.tally) : group.tally;
    joined.set(key, {
      group: { ...group, tally },
      startAt,
      name: before?.name ?? group.seriesName ?? answers.seriesName,
    });
  }
  return joined.values();
}

/** Unique in the file: a number that two dates share is completed by the date. */
function toPerformanceId(
  seriesId: string,
  { performanceId }: TableGroup,
  startAt: string,
  others: readonly ImportedPerformance[],
): string {
  const id = `${seriesId}/${performanceId?.slice(0, 100) ?? startAt}`;
  return others.some((one) => one.id === id) ? `${id}/${startAt}` : id;
}

/** Midnight everywhere is how software writes «no time»: it is then asked. */
function toStart(
  start: RowStart,
  answers: ImportAnswers,
  hasTimes: boolean,
  missing: Set<ImportNeedCode>,
): string | null {
  const answered = answers.startAt === null ? null : new Date(answers.startAt);
  if (start === null) {
    if (answered === null) missing.add('performance-date');
    return answered?.toISOString() ?? null;
  }
  if ('at' in start) return start.at;
  const asked = answers.startTime ?? (answered ? toParisTime(answered) : null);
  const time = start.time !== null && hasTimes ? start.time : asked;
  if (time === null) missing.add('start-time');
  return time === null ? null : toParisInstant(start.day, time);
}

function warnOfImpossible(name: string | null, startAt: string | null): ConnectorWarning {
  const where = `« ${name ?? 'sans nom'} »${startAt === null ? '' : ` (${startAt.slice(0, 10)})`}`;
  return {
    code: 'amount-out-of-bounds',
    detail: `Une représentation de ${where} n’est pas reprise : ses remboursements dépassent ses ventes, ou son total est impossible.`,
  };
}
