import { describe, expect, it } from '@jest/globals';
import { describeSaveStatus } from './describe-save-status';

const keptHere = /gardées sur cet appareil/;
const stayHere = /Laissez cette page ouverte\u00a0: cet appareil ne peut pas garder vos modifications/;

describe('what is said of edits that did not leave', () => {
  it.each([
    [{ kind: 'offline' } as const, /^Non enregistré\u00a0: connexion perdue\./],
    [{ kind: 'stopped', code: 'sign-in-required' } as const, /^Non enregistré\u00a0: votre session est terminée\./],
    [{ kind: 'stopped', code: 'of another release' } as const, /^Non enregistré\u00a0: le service a rencontré/],
  ])('promises the device only when it holds them: %j', (status, start) => {
    const kept = describeSaveStatus({ ...status, isKept: true });
    expect(kept).toMatch(start);
    expect(kept).toMatch(keptHere);
    const lost = describeSaveStatus({ ...status, isKept: false });
    expect(lost).toMatch(start);
    expect(lost).toMatch(stayHere);
    expect(lost).not.toMatch(keptHere);
  });
});
