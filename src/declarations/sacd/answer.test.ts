import { describe, expect, it } from '@jest/globals';
import { givenDeclaration, givenPerformance } from '@/testing/given-declaration';
import { parseSacdAnswer, parseSacdError } from './answer';

const one = givenDeclaration();
const two = givenDeclaration({
  performances: [
    givenPerformance({ id: 'b', startAt: '2026-06-27T18:30:00.000Z', endAt: null }),
    givenPerformance({ id: 'a' }),
  ],
});

function givenXml(...representations: string[]): string {
  const items = representations.map((content) => `<Representation>${content}</Representation>`).join('');
  const header = `<Header><dec_ref>40418</dec_ref><dec_nb>${representations.length}</dec_nb><sacd_date>2026/07/06</sacd_date></Header>`;
  return `<?xml version="1.0" encoding="utf-8"?><Declaration>${header}<Representations>${items}</Representations></Declaration>`;
}

const nothing = { number: null, field: null, message: null };

describe('an answer of the service', () => {
  it('accepts a lone performance, empty elements meaning nothing', () => {
    const body = givenXml(
      '<rep_ref_dec>serie-01_rep-1</rep_ref_dec><numero>007</numero><statut>OK</statut><champ/><message></message>',
    );
    expect(parseSacdAnswer(body, one)).toEqual({
      outcome: 'accepted',
      performances: [{ ...nothing, performanceId: 'rep-1', status: 'ok', number: '007' }],
    });
  });

  it('accepts with a warning, in the service’s own words', () => {
    const body = givenXml(
      '<rep_ref_dec>serie-01_rep-1</rep_ref_dec><numero>1</numero><statut>warning</statut><champ>rep_mt_billets</champ><message>À confirmer &amp; vérifier</message>',
    );
    expect(parseSacdAnswer(`\ufeff  ${body}`, one)).toEqual({
      outcome: 'accepted',
      performances: [
        {
          performanceId: 'rep-1',
          status: 'warning',
          number: '1',
          field: 'rep_mt_billets',
          message: 'À confirmer & vérifier',
        },
      ],
    });
  });

  it('is a refusal as soon as one performance is refused, each with its own status', () => {
    const body = givenXml(
      '<rep_ref_dec>serie-01_b</rep_ref_dec><statut>KO</statut><champ>salle_jauge</champ><message>Jauge inconnue</message>',
      '<rep_ref_dec>serie-01_a</rep_ref_dec><numero>8</numero><statut>OK</statut>',
    );
    expect(parseSacdAnswer(body, two)).toEqual({
      outcome: 'refused',
      performances: [
        { performanceId: 'b', status: 'refused', number: null, field: 'salle_jauge', message: 'Jauge inconnue' },
        { ...nothing, performanceId: 'a', status: 'ok', number: '8' },
      ],
    });
  });

  it('without references, speaks of the performances in the order they were sent', () => {
    expect(parseSacdAnswer(givenXml('<statut>OK</statut>', '<statut>KO</statut>'), two)).toEqual({
      outcome: 'refused',
      performances: [
        { ...nothing, performanceId: 'a', status: 'ok' },
        { ...nothing, performanceId: 'b', status: 'refused' },
      ],
    });
  });

  it('with a reference that is not ours, speaks of no performance we know', () => {
    const body = givenXml('<rep_ref_dec>autre</rep_ref_dec><statut>OK</statut>');
    expect(parseSacdAnswer(body, one)).toMatchObject({ performances: [{ performanceId: null, status: 'ok' }] });
  });

  it.each([
    ['ERR_WS_DEC_REF', 'Déclarant inconnu', 'unknown-declarant'],
    ['ERR_WS_XML', 'Flux illisible', 'technical-failure'],
  ])('says by the code %s: %s', (code, message, outcome) => {
    const body = JSON.stringify({ Error: { Code: code, Message: message } });
    expect(parseSacdAnswer(body, one)).toEqual({ outcome, code, message });
    expect(parseSacdError(body)).toEqual({ code, message });
  });

  it('may give a code alone', () => {
    expect(parseSacdError('{"Error":{"Code":12}}')).toEqual({ code: '12', message: '' });
  });

  it.each([
    ['a page of HTML', '<!doctype html><html><body>Maintenance</body></html>'],
    ['HTML that is well formed', '<html><body><p>Maintenance</p></body></html>'],
    ['nothing', ''],
    ['plain text', 'Service unavailable'],
    ['cut XML', givenXml('<statut>OK</statut>').slice(0, -20)],
    ['an unknown status', givenXml('<statut>PEUT-ÊTRE</statut>')],
    ['no status', givenXml('<numero>1</numero>')],
    ['no performance', givenXml()],
    ['fewer performances than were sent', givenXml()],
    ['more performances than were sent', givenXml('<statut>OK</statut>', '<statut>OK</statut>')],
    ['JSON of another kind', '{"Result":"Hello World!"}'],
    ['cut JSON', '{"Error":{"Code":"ERR'],
    [
      'a document that defines entities',
      `<!DOCTYPE d [<!ENTITY x "xx">]>${givenXml('<statut>OK</statut><message>&x;</message>').slice(38)}`,
    ],
  ])('is unexpected when it is %s', (_case, body) => {
    expect(parseSacdAnswer(body, one)).toEqual({ outcome: 'unexpected', excerpt: expect.any(String) });
    expect(parseSacdError(body)).toBeNull();
  });

  it('keeps of something unexpected the beginning only, on one line', () => {
    const answer = parseSacdAnswer(`<html>\n${'Maintenance\n'.repeat(100)}</html>`, one);
    expect(answer).toEqual({
      outcome: 'unexpected',
      excerpt: expect.stringMatching(/^<html> Maintenance [^\n]{1,181}$/),
    });
  });
});
