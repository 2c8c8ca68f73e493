import { describe, expect, it } from '@jest/globals';
import type { TodoItem } from '@/server/series/list-todo.schema';
import { describeMissing, isToReview, toAnchor, toNextStep } from './describe-todo';

const item: TodoItem = {
  seriesId: '5b1a9e0e-5c3b-4d57-8a53-0d8c4f0f2d10',
  seriesName: 'Les Fourberies de Scapin',
  lastPerformanceAt: '2026-06-26T18:30:00.000Z',
  organism: 'SACD',
  state: 'draft',
  submissionId: null,
  dueAt: '2026-07-26T21:59:59.999Z',
  dueSource: 'Trente jours après la dernière représentation',
  missing: [],
};

describe('a line of «À faire»', () => {
  it('says what is missing in one sentence, then what is wrong', () => {
    const missing: TodoItem['missing'] = [
      { field: 'series.capacity', code: 'required' },
      { field: 'series.venue', code: 'no-agency' },
      { field: 'series.producer', code: 'required' },
    ];
    expect(describeMissing({ ...item, missing })).toEqual([
      'Il manque la jauge de la salle et le producteur du spectacle.',
      'Aucune délégation de la SACD ne correspond au code postal du lieu\u00a0: vérifiez-le.',
    ]);
    expect(toNextStep({ ...item, missing })).toEqual({ text: 'Compléter', isReady: false });
  });

  it('says when everything is there', () => {
    expect(describeMissing(item)).toEqual(['Tout est prêt, il reste à vérifier et à transmettre.']);
    expect(toNextStep(item)).toEqual({ text: 'Vérifier et transmettre', isReady: true });
  });

  it('asks for the organisms of a show that has none', () => {
    const unchosen: TodoItem = { ...item, organism: null, state: null };
    expect(describeMissing(unchosen)).toEqual(['Choisissez à quels organismes déclarer ce spectacle.']);
    expect(toNextStep(unchosen)).toEqual({ text: 'Choisir les organismes', isReady: false });
  });

  it('asks for a look at a sending whose outcome is unknown', () => {
    const unknown: TodoItem = { ...item, state: 'unknown' };
    expect(describeMissing(unknown)).toEqual([
      'Nous ne savons pas si elle est arrivée\u00a0: rien ne repartira avant votre réponse.',
    ]);
    expect(toNextStep(unknown)).toEqual({ text: 'Vérifier l’envoi', isReady: false });
    expect(isToReview(unknown)).toBe(true);
  });

  it('never says of a refused one that it is ready to leave again', () => {
    const refused: TodoItem = { ...item, state: 'refused' };
    for (const missing of [[], [{ field: 'series.capacity', code: 'required' }] as const]) {
      expect(describeMissing({ ...refused, missing: [...missing] })).toEqual([
        'Elle a été refusée\u00a0: lisez pourquoi, puis corrigez-la.',
      ]);
      expect(toNextStep({ ...refused, missing: [...missing] })).toEqual({ text: 'Voir le refus', isReady: false });
    }
    expect(isToReview(refused)).toBe(true);
    expect(isToReview(item)).toBe(false);
  });

  it('leads to where the first thing missing is typed', () => {
    const toMissing = (field: TodoItem['missing'][number]['field']): TodoItem => ({
      ...item,
      missing: [{ field, code: 'required' }],
    });
    expect(toAnchor(toMissing('series.capacity'))).toBe('#series.capacity');
    expect(toAnchor(toMissing('performances.dates'))).toBe('#representations');
    expect(toAnchor(toMissing('performances'))).toBe('#representations');
    expect(toAnchor({ ...item, organism: null })).toBe('#series.organisms');
    expect(toAnchor(item)).toBe('');
  });
});
