import { describe, expect, it } from '@jest/globals';
import { isFormLocked, isInFlight } from './lock';
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
    expect(isFormLocked(states)).toBe(locked);
  });
});
