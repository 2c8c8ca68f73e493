import { describe, expect, it } from '@jest/globals';
import { describeDelivery, toComparable } from './describe-delivery';
import { toExpectedPerformances } from './expected-performances';
import { reference, since, toSortedSeries, type ContractHarness } from './harness';

/** What a connector delivers: exact, whole, in order, equal to the accounts of the vendor. */
export function describeFigures(harness: ContractHarness): void {
  describe('with good credentials', () => {
    it('names the remote account, the same at each test', async () => {
      const first = await harness.options.connector.testConnection(
        harness.toContext(harness.world().credentials.valid),
      );
      expect(first.account).not.toBe('');
      expect(
        await harness.options.connector.testConnection(harness.toContext(harness.world().credentials.valid)),
      ).toEqual(first);
    });

    it('tests the connection with one or two requests', async () => {
      await harness.options.connector.testConnection(harness.toContext(harness.world().credentials.valid));
      expect(harness.world().countRequests()).toBeLessThanOrEqual(2);
    });

    describeDelivery({
      deliver: async () => toSortedSeries(await harness.synchronize()),
      expected: () => toExpectedPerformances(harness.world().ledger('valid'), since),
    });

    it('announces how many series come, after its checkpoints and before the first series', async () => {
      const events = await harness.synchronize();
      const told = events.slice(events.findLastIndex(({ type }) => type === 'checkpoint') + 1);
      const reported = told.filter(({ type }) => type === 'series' || type === 'warning').length;
      expect(told[0]).toEqual({ type: 'total', series: reported });
      expect(events.filter(({ type }) => type === 'total')).toHaveLength(1);
      expect(events.length - told.length).toBe(events.filter(({ type }) => type === 'checkpoint').length);
    });

    it('ends with the list of all that is there, where one answer holds the whole account', async () => {
      const events = await harness.synchronize();
      const inventories = events.flatMap((event) => (event.type === 'inventory' ? [event] : []));
      if (harness.options.answers === 'changes') return expect(inventories).toEqual([]);
      const series = toSortedSeries(events);
      expect(inventories).toEqual([events.at(-1)]);
      for (const { seriesIds, completeFrom, completeBefore } of inventories) {
        expect(seriesIds).toEqual(expect.arrayContaining(series.map(({ id }) => id)));
        const skipSeriesIds = new Set(seriesIds);
        expect((await harness.synchronize(undefined, {}, { skipSeriesIds })).at(-1)).toEqual(inventories[0]);
        for (const { startAt } of series.flatMap(({ performances }) => performances)) {
          expect(startAt >= completeFrom && startAt < completeBefore).toBe(true);
        }
      }
    });

    it('asks next to nothing when nothing changed', async () => {
      const whole = toSortedSeries(await harness.synchronize());
      const before = harness.world().countRequests();
      const events = await harness.synchronize(undefined, {}, { since: reference });
      expect(toSortedSeries(events)).toEqual(harness.options.answers === 'everything' ? whole : []);
      expect(harness.world().countRequests() - before).toBe(harness.options.requestsWhenUnchanged);
    });

    it('does not give again the series of the run that it resumes, nor read them where it can choose', async () => {
      const [first, ...others] = toSortedSeries(await harness.synchronize());
      const before = harness.world().countRequests();
      const skipSeriesIds = new Set(others.map(({ id }) => id));
      expect(toSortedSeries(await harness.synchronize(undefined, {}, { skipSeriesIds }))).toEqual([first]);
      const { answers, leavesCheckpoints } = harness.options;
      const canChoose = answers === 'changes' && !leavesCheckpoints;
      expect(harness.world().countRequests() - before).toBeLessThanOrEqual(canChoose ? before - 1 : before);
    });

    it('goes on from a checkpoint, with the same result and without what lies before', async () => {
      const undisturbed = await harness.synchronize();
      const before = harness.world().countRequests();
      const checkpoints = undisturbed.flatMap((event) => (event.type === 'checkpoint' ? [event] : []));
      expect(checkpoints.length > 0).toBe(harness.options.leavesCheckpoints);
      for (const [index, { checkpoint }] of checkpoints.entries()) {
        const asked = harness.world().countRequests();
        const resumed = await harness.synchronize(undefined, {}, { checkpoint });
        expect(toSortedSeries(resumed)).toEqual(toSortedSeries(undisturbed));
        expect(harness.world().countRequests() - asked).toBeLessThan(before - index);
      }
      expect(checkpoints.map(({ tickets }) => tickets)).toEqual(
        checkpoints.map(({ tickets }) => tickets).sort((a, b) => a - b),
      );
    });

    it('starts again when a checkpoint cannot be read', async () => {
      const undisturbed = toSortedSeries(await harness.synchronize());
      for (const checkpoint of ['', '{', '{"version":0}', 'null']) {
        expect(toSortedSeries(await harness.synchronize(undefined, {}, { checkpoint }))).toEqual(undisturbed);
      }
    });

    it('keeps keys and people out of its checkpoints', async () => {
      const { valid } = harness.world().credentials;
      const kept = (await harness.synchronize()).flatMap((event) =>
        event.type === 'checkpoint' ? [event.checkpoint] : [],
      );
      expect(kept.filter((checkpoint) => checkpoint.length > 4_000_000)).toEqual([]);
      expect(kept.join('')).not.toContain(valid.secretKey);
      expect(kept.join('')).not.toContain('@');
    });

    it('does not depend on the clock of this machine', async () => {
      const undisturbed = toSortedSeries(await harness.synchronize());
      for (const hours of [-6, 6]) {
        const now = () => new Date(harness.clock().now().getTime() + hours * 3_600_000);
        expect(toSortedSeries(await harness.synchronize(undefined, { now }))).toEqual(undisturbed);
      }
    });

    it('says so when a first synchronisation finds nothing', async () => {
      const events = await harness.synchronize(harness.world().credentials.empty);
      expect(events.filter(({ type }) => type !== 'checkpoint')).toEqual([
        { type: 'total', series: 0 },
        {
          type: 'warning',
          warning: {
            code: 'nothing-found',
            detail: expect.stringContaining(harness.options.connector.descriptor.label),
          },
        },
      ]);
    });
  });

  describe('with shows that have a defect', () => {
    it('reports each by name and delivers the others, equal to the ledger', async () => {
      const events = await harness.synchronize(harness.world().credentials.odd);
      const warnings = events.flatMap((event) => (event.type === 'warning' ? [event.warning] : []));
      const { expectedSkips } = harness.options;
      const reported = expectedSkips.filter(({ code }) => code !== null);
      for (const { seriesName, code } of reported) {
        expect(warnings).toContainEqual({ code, detail: expect.stringContaining(seriesName) });
      }
      expect(warnings).toHaveLength(reported.length);
      const left = new Set(expectedSkips.filter(({ isPartial }) => !isPartial).map(({ seriesName }) => seriesName));
      const healthy = harness
        .world()
        .ledger('odd')
        .filter(({ seriesName }) => !left.has(seriesName));
      const expected = toExpectedPerformances(healthy, since);
      expect(expected.length).toBeGreaterThan(0);
      expect(toComparable(toSortedSeries(events))).toEqual(expected);
    });
  });
}
