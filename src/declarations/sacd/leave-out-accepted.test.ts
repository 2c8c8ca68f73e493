import { describe, expect, it } from '@jest/globals';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { leaveOutAccepted, type PastSacdSubmission } from './leave-out-accepted';

const evenings = [1, 2, 3].map((day) =>
  givenPerformance({ id: `rep-${day}`, startAt: `2026-06-0${day}T18:30:00.000Z`, endAt: null }),
);
const declaration = givenDeclaration({ performances: evenings });
const nothing = { total: givenPair(0, 0), approach: givenPair(0, 0), circus: givenPair(0, 0) };

function givenPast(refusedId: string, sent: NeutralDeclaration = declaration): PastSacdSubmission {
  return {
    declaration: sent,
    answers: sent.performances.map(({ id }) => ({ performanceId: id, status: id === refusedId ? 'refused' : 'ok' })),
  };
}

function withTickets(id: string, paidTickets: number): NeutralDeclaration {
  const performances = evenings.map((evening) =>
    evening.id === id ? { ...evening, ticketing: { ...evening.ticketing, paidTickets } } : evening,
  );
  return { ...declaration, performances };
}

describe('leaveOutAccepted', () => {
  it('keeps everything when nothing was sent', () => {
    expect(leaveOutAccepted(declaration, [])).toEqual(declaration);
  });

  it('sends again what was refused, without the expenses that the first performance told', () => {
    const corrected = withTickets('rep-2', 119);
    expect(leaveOutAccepted(corrected, [givenPast('rep-2')])).toEqual({
      ...corrected,
      performances: [corrected.performances[1]],
      series: { ...corrected.series, expenses: nothing },
    });
  });

  it('tells the expenses again with the first performance when that one was refused', () => {
    expect(leaveOutAccepted(declaration, [givenPast('rep-1')])).toEqual({
      ...declaration,
      performances: [evenings[0]],
    });
  });

  it('sends again what was accepted and has changed since', () => {
    const changed = withTickets('rep-3', 50);
    expect(leaveOutAccepted(changed, [givenPast('rep-2')]).performances.map(({ id }) => id)).toEqual([
      'rep-2',
      'rep-3',
    ]);
  });

  it('sends the first performance again when the expenses have changed', () => {
    const expenses = { ...declaration.series.expenses, total: givenPair(250000, 263750) };
    const changed = { ...declaration, series: { ...declaration.series, expenses } };
    const again = leaveOutAccepted(changed, [givenPast('rep-2')]);
    expect(again.performances.map(({ id }) => id)).toEqual(['rep-1', 'rep-2']);
    expect(again.series.expenses).toEqual(expenses);
  });

  it('remembers over several refusals', () => {
    const second = { ...leaveOutAccepted(declaration, [givenPast('rep-3')]) };
    expect(second.performances.map(({ id }) => id)).toEqual(['rep-3']);
    const twoRefused: PastSacdSubmission = {
      declaration,
      answers: [
        { performanceId: 'rep-1', status: 'ok' },
        { performanceId: 'rep-2', status: 'refused' },
        { performanceId: 'rep-3', status: 'refused' },
      ],
    };
    const resent = leaveOutAccepted(declaration, [twoRefused]);
    const third = leaveOutAccepted(declaration, [twoRefused, givenPast('rep-3', resent)]);
    expect(third.performances.map(({ id }) => id)).toEqual(['rep-3']);
    expect(third.series.expenses).toEqual(nothing);
  });

  it('compares with the last acceptance, not with an older one', () => {
    const older = givenPast('rep-2');
    const newer = givenPast('rep-2', withTickets('rep-3', 50));
    expect(leaveOutAccepted(declaration, [older, newer]).performances.map(({ id }) => id)).toEqual(['rep-2', 'rep-3']);
  });
});
