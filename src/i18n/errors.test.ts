import { describe, expect, it } from '@jest/globals';
import { errorCodes } from '@/domain/errors';
import { describeConnectionError } from './connection-errors';
import { errorTexts, type ScreenErrorCode } from './errors';

const codes: readonly ScreenErrorCode[] = [...errorCodes, 'offline'];
/** What careful French never holds: straight apostrophes, ordinary spaces before a double sign, a hole. */
const careless = /'| [:;!?»]|« |undefined/;

describe('sentences of errors', () => {
  it.each(codes)('are careful French: %s', (code) => {
    const { title, explanation } = errorTexts[code];
    expect(title).toMatch(/^[A-ZÀÉ].*[^.]$/);
    expect(explanation).toMatch(/^[A-ZÀÉ].*\.$/);
    expect(`${title} ${explanation}`).not.toMatch(careless);
  });

  it.each(codes)('name the ticketing system where it matters: %s', (code) => {
    for (const moment of ['test', 'run'] as const) {
      for (const label of ['Billetweb', 'HelloAsso', 'Supersoniks']) {
        const { title, explanation } = describeConnectionError(code, label, moment);
        expect(`${title} ${explanation}`).not.toMatch(careless);
      }
    }
  });

  it('say of a key that nothing was kept at its test, and that everything is kept after a synchronisation', () => {
    expect(describeConnectionError('invalid-credentials', 'Billetweb', 'test')).toEqual({
      title: 'Cette clé n’est pas reconnue par Billetweb',
      explanation:
        'Rien n’a été enregistré. Copiez de nouveau l’identifiant et la clé depuis Billetweb, sans espace avant ni après.',
      wayOut: null,
    });
    expect(describeConnectionError('invalid-credentials', 'Billetweb', 'run').explanation).toMatch(
      /^Vos spectacles sont conservés/,
    );
  });

  it('say what to do of a HelloAsso key that opens no association, or several', () => {
    expect(describeConnectionError('insufficient-rights', 'HelloAsso', 'test').explanation).toMatch(
      /^Rien n’a été enregistré.*plusieurs associations.*Créez-la dans l’espace HelloAsso/,
    );
    expect(describeConnectionError('insufficient-rights', 'HelloAsso', 'run').explanation).toMatch(
      /^Vos spectacles sont conservés.*Changer la clé/,
    );
    expect(describeConnectionError('unavailable', 'HelloAsso', 'test').title).toBe('HelloAsso ne répond pas');
  });

  it('say that a Shotgun token and the number of its organizer go together', () => {
    expect(describeConnectionError('insufficient-rights', 'Shotgun', 'test').explanation).toMatch(
      /^Rien n’a été enregistré.*même compte Shotgun/,
    );
    expect(describeConnectionError('insufficient-rights', 'Shotgun', 'run').explanation).toMatch(
      /^Vos spectacles sont conservés.*Changer la clé/,
    );
  });

  it.each(['Supersoniks', 'SoTicket'])(
    'name both causes of a refused key where a firewall stands before it: %s',
    (label) => {
      for (const moment of ['test', 'run'] as const) {
        const { explanation } = describeConnectionError('invalid-credentials', label, moment);
        expect(explanation).toMatch(/la clé est .*périmée/);
        expect(explanation).toMatch(/le pare-feu de votre site bloque nos serveurs/);
      }
      expect(describeConnectionError('unexpected-answer', label, 'test').explanation).toContain('nom de domaine');
      expect(describeConnectionError('unavailable', label, 'run')).toEqual({
        title: `${label} ne répondait pas`,
        explanation:
          'Ce qui était arrivé est conservé. Un autre essai se fera seul, ou appuyez sur «\u00a0Synchroniser maintenant\u00a0».',
        wayOut: 'retry',
      });
    },
  );
});
