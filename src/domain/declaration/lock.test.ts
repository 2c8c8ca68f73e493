import { describe, expect, it } from '@jest/globals';
import { isFormLocked, isInFlight, isOpen } from './lock';
import { type DeclarationState, declarationStates } from './status';

describe('isInFlight', () => {
  it('holds while a submission is on its way or its outcome is not known', () => {
    expect(declarationStates.filter(isInFlight)).toEqual(['sending', 'unknown']);
  });
});

describe('isFormLocked', () => {
  it.each<[string, DeclarationState[], boolean]>([
    ['no organism chosen', [], false],
    ['nothing sent yet', ['draft', 'draft'], false],
    ['one on its way', ['sending', 'draft'], true],
    ['one of unknown outcome beside a refusal', ['refused', 'unknown'], true],
    ['everything received', ['sent', 'accepted'], true],
    ['the only one refused', ['refused'], false],
    ['one received, the other refused', ['sent', 'refused'], false],
    ['one received, the other not sent yet', ['accepted', 'draft'], false],
  ])('with %s', (_case, states, locked) => {
    expect(isFormLocked(states.map((state) => ({ state, correctingSince: null })))).toBe(locked);
  });

  it.each<[string, DeclarationState, DeclarationState, boolean]>([
    ['one received, the other being corrected', 'accepted', 'sent', false],
    ['one on its way, the other being corrected', 'sending', 'accepted', true],
    ['one of unknown outcome, the other being corrected', 'unknown', 'accepted', true],
  ])('with %s', (_case, state, corrected, locked) => {
    const declarations = [
      { state, correctingSince: null },
      { state: corrected, correctingSince: new Date('2026-07-10T08:00:00.000Z') },
    ];
    expect(isFormLocked(declarations)).toBe(locked);
  });
});

describe('isOpen', () => {
  it.each<[DeclarationState, boolean, boolean]>([
    ['draft', true, true],
    ['refused', true, true],
    ['sent', false, true],
    ['accepted', false, true],
    ['sending', false, false],
    ['unknown', false, false],
  ])('%s: %s, being corrected: %s', (state, plain, corrected) => {
    expect(isOpen({ state, correctingSince: null })).toBe(plain);
    expect(isOpen({ state, correctingSince: new Date('2026-07-10T08:00:00.000Z') })).toBe(corrected);
  });
});
