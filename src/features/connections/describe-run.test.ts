import { describe, expect, it } from '@jest/globals';
import { givenConnection, givenRun } from '@/testing/given-lists';
import {
  describeConnection,
  describeDuration,
  describeOutcome,
  describeProgress,
  describeTrigger,
} from './describe-run';

describe('a synchronisation in words', () => {
  it('grows while it runs', () => {
    expect(describeProgress(givenRun())).toBe(
      '12\u00a0spectacles sur 40, 48\u00a0représentations, 5\u00a0214\u00a0billets',
    );
    expect(describeProgress(givenRun({ seriesTotal: null, seriesDone: 1, performancesDone: 0, ticketsDone: 0 }))).toBe(
      '1\u00a0spectacle, 0\u00a0représentation, 0\u00a0billet',
    );
  });

  it('counts the tickets of the account while they are read, then the shows', () => {
    const walk = { ticketsRead: 12_400, ticketsDone: 0, performancesDone: 0, seriesTotal: null };
    expect(describeProgress(givenRun({ ...walk, seriesDone: 0 }))).toBe('12\u00a0400\u00a0billets lus');
    expect(describeProgress(givenRun({ ...walk, seriesDone: 1, seriesTotal: 3 }))).toBe(
      '1\u00a0spectacle sur 3, 0\u00a0représentation, 0\u00a0billet',
    );
  });

  it.each([
    ['2026-07-01T03:00:00.300Z', 'moins d’une seconde'],
    ['2026-07-01T03:01:30.000Z', '90\u00a0secondes'],
    ['2026-07-01T03:12:20.000Z', '12\u00a0minutes'],
    [null, null],
  ])('says how long it lasted until %s', (finishedAt, text) => {
    expect(describeDuration({ startedAt: '2026-07-01T03:00:00.000Z', finishedAt })).toBe(text);
  });

  it('says what started it', () => {
    expect([describeTrigger('night'), describeTrigger('file')]).toEqual([
      'Synchronisation de la nuit',
      'Import d’un fichier',
    ]);
  });

  it('says what it changed', () => {
    expect(describeOutcome(givenRun())).toBe('Rien n’avait changé.');
    expect(
      describeOutcome(givenRun({ newSeries: 1, newPerformances: 2, changedFigures: 1, gonePerformances: 3 })),
    ).toBe(
      '1\u00a0nouveau spectacle, 2\u00a0nouvelles représentations, 1\u00a0représentation dont les chiffres ont changé, 3\u00a0représentations disparues de la billetterie.',
    );
  });

  it.each([
    ['healthy', {}, '40\u00a0spectacles, mis à jour mercredi 1er juillet 2026 à 5\u00a0h\u00a002.'],
    [
      'failing',
      {},
      '40\u00a0spectacles, mis à jour pour la dernière fois mercredi 1er juillet 2026 à 5\u00a0h\u00a002.',
    ],
    ['failing', { lastSuccessAt: null }, 'Aucune synchronisation n’a encore abouti.'],
    ['never-synchronized', {}, 'Vos spectacles arriveront à la première synchronisation.'],
    ['disconnected', {}, '40\u00a0spectacles conservés. La clé est effacée, rien ne se met plus à jour.'],
  ] as const)('tells how the connection is: %s', (state, values, sentence) => {
    expect(describeConnection(givenConnection({ state, ...values }))).toBe(sentence);
  });

  it.each([
    [
      'file',
      'healthy',
      {},
      '40\u00a0spectacles. Dernier fichier importé le mercredi 1er juillet 2026 à 5\u00a0h\u00a002.',
    ],
    [
      'file',
      'failing',
      { lastSuccessAt: null },
      'Le dernier fichier n’a pas été repris. Aucun fichier n’a encore été importé.',
    ],
    [
      'manual',
      'healthy',
      { seriesCount: 1 },
      '1\u00a0spectacle. Dernière saisie le mercredi 1er juillet 2026 à 5\u00a0h\u00a002.',
    ],
    ['push', 'never-synchronized', { lastSuccessAt: null }, 'Votre billetterie n’a encore rien envoyé.'],
    ['push', 'running', {}, 'Un envoi de votre billetterie est en cours de lecture.'],
  ] as const)('tells how figures that no key reads are: %s, %s', (system, state, values, sentence) => {
    expect(describeConnection(givenConnection({ system, state, ...values }))).toBe(sentence);
  });
});
