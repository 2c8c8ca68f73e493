import { describe, expect, it } from '@jest/globals';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { listEffectivePerformances } from './effective';
import { isReceived, type PastSubmission, toReceived, toTold } from './received';
import { declarationStates } from './status';

const first = givenPerformance();
const second = givenPerformance({ id: 'rep-2', startAt: '2026-06-27T18:30:00.000Z' });
const nothing = givenPair(0, 0);
const college = {
  name: 'Collège des Îles',
  address: { street: '2 rue des Écoles', postalCode: '29217', city: 'Le Conquet', countryCode: 'FR' },
};

function given(values: Partial<PastSubmission>): PastSubmission {
  return {
    declaration: givenDeclaration({ performances: [first, second] }),
    state: 'accepted',
    answers: [],
    ...values,
  };
}
const ids = (declaration: ReturnType<typeof toReceived>) => declaration?.performances.map(({ id }) => id) ?? null;

describe('isReceived', () => {
  it('holds for what was sent for good', () => {
    expect(declarationStates.filter(isReceived)).toEqual(['sent', 'accepted']);
  });
});

describe('toReceived', () => {
  it('is nothing after a failure, a refusal or an unknown outcome', () => {
    const states = ['sending', 'refused', 'failed', 'unknown'] as const;
    expect(
      toReceived(
        'SACEM',
        states.map((state) => given({ state })),
      ),
    ).toBeNull();
  });

  it('is the last one received at SACEM', () => {
    const changed = givenDeclaration({ performances: [first] });
    const past = [given({ state: 'sent' }), given({ state: 'sent', declaration: changed }), given({ state: 'failed' })];
    expect(toReceived('SACEM', past)).toEqual(changed);
  });

  it('adds up at SACD what it accepted of each, with the expenses told first', () => {
    const answers = [
      { performanceId: 'rep-1', status: 'ok' },
      { performanceId: 'rep-2', status: 'refused' },
      { performanceId: null, status: 'warning' },
    ] as const;
    const again = givenDeclaration({
      performances: [second],
      series: {
        venue: college,
        capacity: 90,
        audience: 'YOUNG',
        taxRateBp: 210,
        expenses: { total: nothing, approach: nothing, circus: nothing },
      },
    });
    const held = toReceived('SACD', [given({ state: 'refused', answers }), given({ declaration: again })]);
    expect(ids(held)).toEqual(['rep-1', 'rep-2']);
    expect(held?.series.expenses).toEqual(givenDeclaration().series.expenses);
    const [kept] = held ? listEffectivePerformances(held) : [];
    expect(kept).toMatchObject({ capacity: 180, audience: 'ALL', taxRateBp: 550, venue: { name: 'Salle du Stiff' } });
  });

  it('keeps what a kept performance said by default only where the default has changed', () => {
    const again = givenDeclaration({ performances: [second] });
    const held = toReceived('SACD', [
      given({ declaration: givenDeclaration({ performances: [first], series: { capacity: null, venue: null } }) }),
      given({ declaration: again }),
    ]);
    expect(held?.performances.map(({ overrides }) => overrides)).toEqual([{}, {}]);
    expect(held?.series.expenses).toEqual(again.series.expenses);
  });

  it('is a corrective submission alone, whatever came before', () => {
    const corrects = { number: 2, replaces: 1, submittedAt: '2026-07-06T08:00:00.000Z' };
    const correction = givenDeclaration({ performances: [second], corrects });
    expect(ids(toReceived('SACD', [given({}), given({ state: 'sent', declaration: correction })]))).toEqual(['rep-2']);
  });

  it('has expenses even when one kind is not told', () => {
    const expenses = { total: null, approach: nothing, circus: nothing };
    const again = givenDeclaration({ performances: [second], series: { expenses } });
    const held = toReceived('SACD', [given({}), given({ declaration: again })]);
    expect(held?.series.expenses).toEqual(givenDeclaration().series.expenses);
  });
});

describe('toTold', () => {
  it('adds to what SACD holds, replaces at SACEM', () => {
    const declaration = givenDeclaration({ performances: [second] });
    const past = [given({ declaration: givenDeclaration({ performances: [first] }) })];
    expect(ids(toTold('SACD', past, declaration))).toEqual(['rep-1', 'rep-2']);
    expect(ids(toTold('SACEM', past, declaration))).toEqual(['rep-2']);
    expect(ids(toTold('SACD', [], declaration))).toEqual(['rep-2']);
  });
});
