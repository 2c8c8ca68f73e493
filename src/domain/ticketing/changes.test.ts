import { describe, expect, it } from '@jest/globals';
import { listSeriesChanges } from './changes';
import { planMerge, type StoredPerformance } from './merge';
import type { RemotePerformance } from './model';

const figures = { excludingTaxesCents: 100, includingTaxesCents: 106, taxRateBp: 550, paidTickets: 1, freeTickets: 0 };
const startAt = '2026-06-26T18:30:00.000Z';
const later = '2026-06-27T18:30:00.000Z';

function givenRemote(id: string, values: Partial<RemotePerformance> = {}): RemotePerformance {
  return { id, startAt, endAt: null, ...figures, ...values };
}
function givenStored(remoteId: string, values: Partial<StoredPerformance> = {}): StoredPerformance {
  return { remoteId, startAt, endAt: null, imported: figures, goneAt: null, ...values };
}
function listChanges(performances: RemotePerformance[], stored: StoredPerformance[], created = false) {
  return listSeriesChanges(planMerge({ id: 'serie', name: 'La Nuit', performances }, stored), stored, { created });
}

describe('listSeriesChanges', () => {
  it('tells a new show once, with its number of performances', () => {
    expect(listChanges([givenRemote('1'), givenRemote('2')], [], true)).toEqual([
      { kind: 'new-series', performances: 2 },
    ]);
  });

  it('tells each thing that happened to the performances of a known show', () => {
    const sold = { paidTickets: 2, includingTaxesCents: 212, excludingTaxesCents: 201 };
    expect(
      listChanges(
        [givenRemote('new'), givenRemote('same'), givenRemote('sold', sold), givenRemote('moved', { startAt: later })],
        [givenStored('same'), givenStored('sold'), givenStored('moved'), givenStored('cancelled', { startAt: later })],
      ),
    ).toEqual([
      { kind: 'new-performance', startAt },
      { kind: 'changed-figures', startAt, before: figures, after: { ...figures, ...sold } },
      { kind: 'moved', startAt: later, startAtBefore: startAt },
      { kind: 'gone', startAt: later },
    ]);
  });

  it('tells everything that happened to one performance', () => {
    expect(
      listChanges(
        [givenRemote('1', { startAt: later, freeTickets: 3 })],
        [givenStored('1', { goneAt: '2026-06-01T00:00:00.000Z' })],
      ),
    ).toEqual([
      { kind: 'returned', startAt: later },
      { kind: 'moved', startAt: later, startAtBefore: startAt },
      { kind: 'changed-figures', startAt: later, before: figures, after: { ...figures, freeTickets: 3 } },
    ]);
  });

  it('says nothing of a performance that was not stored', () => {
    const update = { remoteId: '1', performance: givenRemote('1'), datesChanged: true, figuresChanged: false };
    const plan = { create: [], update: [{ ...update, returned: false }], gone: ['2'], unchanged: 0 };
    expect(listSeriesChanges(plan, [], { created: false })).toEqual([]);
  });

  it('says nothing when nothing changed, or an end alone', () => {
    expect(listChanges([givenRemote('1', { endAt: later })], [givenStored('1')])).toEqual([]);
  });
});
