import { describe, expect, it } from '@jest/globals';
import { toParisDay } from '@/domain/calendar';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { refreshSeriesSummary } from './refresh-series-summary';

const database = givenTestDatabase();

describe('refreshSeriesSummary', () => {
  it('counts deadlines from the evening of the last performance, though it ends after midnight', async () => {
    const { seriesId, performanceIds } = await givenShow(database.db, { organisms: ['SACEM', 'SACD', 'CNM'] });
    const last = { startAt: new Date('2026-06-30T20:30:00.000Z'), endAt: new Date('2026-06-30T22:30:00.000Z') };
    await database.db.performance.update({ where: { id: performanceIds.at(-1) ?? '' }, data: last });
    await database.db.$transaction((tx) => refreshSeriesSummary(tx, seriesId));
    const series = await database.db.series.findUniqueOrThrow({ where: { id: seriesId } });
    expect([series.lastStartAt, series.lastEndAt]).toEqual([last.startAt, last.endAt]);
    const declarations = await database.db.declaration.findMany({ where: { seriesId }, orderBy: { organism: 'asc' } });
    expect(declarations.map(({ organism, dueAt }) => [organism, dueAt && toParisDay(dueAt)])).toEqual([
      ['SACEM', '2026-07-10'],
      ['SACD', '2026-07-30'],
      ['CNM', '2026-09-30'],
    ]);
  });
});
