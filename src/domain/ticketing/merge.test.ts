import { describe, expect, it } from '@jest/globals';
import { planMerge, type StoredPerformance } from './merge';
import { compareByStart, compareText, type RemotePerformance } from './model';

const figures = { excludingTaxesCents: 100, includingTaxesCents: 106, taxRateBp: 550, paidTickets: 1, freeTickets: 0 };

function givenRemote(id: string, values: Partial<RemotePerformance> = {}): RemotePerformance {
  return { id, startAt: '2026-06-26T18:30:00.000Z', endAt: null, ...figures, ...values };
}

function givenStored(remoteId: string, values: Partial<StoredPerformance> = {}): StoredPerformance {
  return { remoteId, startAt: '2026-06-26T18:30:00.000Z', endAt: null, imported: figures, goneAt: null, ...values };
}

function plan(performances: RemotePerformance[], stored: StoredPerformance[]) {
  return planMerge({ id: 'serie', name: 'La Nuit', performances }, stored);
}

describe('planMerge', () => {
  it('creates everything at the first synchronisation', () => {
    const remote = [givenRemote('1'), givenRemote('2')];
    expect(plan(remote, [])).toEqual({ create: remote, update: [], gone: [], unchanged: 0 });
  });

  it('changes nothing when nothing changed, however the instants are written', () => {
    const remote = [givenRemote('1', { startAt: '2026-06-26T20:30:00+02:00', endAt: '2026-06-26T20:00:00Z' })];
    const stored = [givenStored('1', { endAt: '2026-06-26T20:00:00.000Z' })];
    expect(plan(remote, stored)).toEqual({ create: [], update: [], gone: [], unchanged: 1 });
  });

  it.each([
    ['a moved start', { startAt: '2026-06-27T18:30:00.000Z' }, {}, [true, false, false]],
    ['an end now known', { endAt: '2026-06-26T20:00:00.000Z' }, {}, [true, false, false]],
    ['an end no longer known', {}, { endAt: '2026-06-26T20:00:00.000Z' }, [true, false, false]],
    ['one more ticket', { paidTickets: 2 }, {}, [false, true, false]],
    ['a rate that became mixed', { taxRateBp: null }, {}, [false, true, false]],
    ['a return after having been gone', {}, { goneAt: '2026-06-01T00:00:00.000Z' }, [false, false, true]],
  ])('updates for %s', (_case, remoteValues, storedValues, [datesChanged, figuresChanged, returned]) => {
    const performance = givenRemote('1', remoteValues);
    expect(plan([performance], [givenStored('1', storedValues)])).toEqual({
      create: [],
      update: [{ remoteId: '1', performance, datesChanged, figuresChanged, returned }],
      gone: [],
      unchanged: 0,
    });
  });

  it('marks what is no longer there as gone, once', () => {
    const stored = [givenStored('1'), givenStored('2'), givenStored('3', { goneAt: '2026-06-01T00:00:00.000Z' })];
    expect(plan([givenRemote('1')], stored)).toEqual({ create: [], update: [], gone: ['2'], unchanged: 2 });
  });

  it('marks nothing gone that the vendor was not asked about', () => {
    const stored = [
      givenStored('old', { startAt: '2025-05-31T21:59:59.000Z' }),
      givenStored('first', { startAt: '2025-06-01T00:00:00+02:00' }),
    ];
    const remote = { id: 'serie', name: 'La Nuit', performances: [givenRemote('1')] };
    const windowed = planMerge({ ...remote, completeFrom: '2025-05-31T22:00:00.000Z' }, stored);
    expect(windowed).toEqual({ create: remote.performances, update: [], gone: ['first'], unchanged: 1 });
  });

  it('marks nothing gone when the remote series is empty, which is suspicious', () => {
    expect(plan([], [givenStored('1')])).toEqual({ create: [], update: [], gone: [], unchanged: 1 });
  });
});

describe('order of performances', () => {
  it('is by start, then by id', () => {
    const performances = [
      givenRemote('b'),
      givenRemote('c', { startAt: '2026-06-25T18:30:00.000Z' }),
      givenRemote('a'),
    ];
    expect(performances.sort(compareByStart).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('compares text by code unit', () => {
    expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a'), compareText('Z', 'é')]).toEqual([
      -1, 1, 0, -1,
    ]);
  });
});
