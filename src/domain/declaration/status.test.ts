import { describe, expect, it } from '@jest/globals';
import {
  canCorrect,
  canTransmit,
  declarationEvents,
  declarationStates,
  nextDeclarationState,
  nextStepState,
  stepEvents,
  stepStates,
} from './status';

/** One row per state, one column per event, as people agreed on it; a dash is «impossible». */
const declarationMatrix = `
          transmit deliver accept   refuse  fail   lose    correct
draft     sending  -       -        -       -      -       -
sending   -        sent    accepted refused failed unknown -
sent      -        -       accepted refused failed -       sending
accepted  -        -       -        -       -      -       sending
refused   sending  -       -        -       -      -       -
failed    sending  -       -        -       -      -       -
unknown   -        sent    accepted refused failed -       -`;

const stepMatrix = `
          start   succeed   refuse  fail   lose    retry
waiting   running -         -       failed -       -
running   -       succeeded refused failed unknown waiting
succeeded -       -         -       failed -       -
refused   -       -         -       -      -       -
failed    -       -         -       -      -       waiting
unknown   -       succeeded refused failed -       -`;

function readMatrix(matrix: string): string[][] {
  const [header = '', ...rows] = matrix.trim().split('\n');
  const events = header.trim().split(/\s+/);
  return rows.flatMap((row) => {
    const [state = '', ...cells] = row.trim().split(/\s+/);
    return cells.map((cell, index) => [state, events[index] ?? '', cell]);
  });
}

function computeMatrix<State extends string, Event extends string>(
  states: readonly State[],
  events: readonly Event[],
  next: (state: State, event: Event) => State | null,
): string[][] {
  return states.flatMap((state) => events.map((event) => [state, event, next(state, event) ?? '-']));
}

describe('life of a declaration', () => {
  it('follows the agreed table for every state and every event', () => {
    expect(computeMatrix(declarationStates, declarationEvents, nextDeclarationState)).toEqual(
      readMatrix(declarationMatrix),
    );
  });

  it.each([
    ['draft', true, false],
    ['sending', false, false],
    ['sent', false, true],
    ['accepted', false, true],
    ['refused', true, false],
    ['failed', true, false],
    ['unknown', false, false],
  ] as const)('%s: can be transmitted %s, can be corrected %s', (state, transmit, correct) => {
    expect([canTransmit(state), canCorrect(state)]).toEqual([transmit, correct]);
  });

  it('never goes from an unknown outcome straight to another sending', () => {
    const reachable = declarationEvents.map((event) => nextDeclarationState('unknown', event));
    expect(reachable).not.toContain('sending');
  });
});

describe('life of a step', () => {
  it('follows the agreed table for every state and every event', () => {
    expect(computeMatrix(stepStates, stepEvents, nextStepState)).toEqual(readMatrix(stepMatrix));
  });
});
