import { describe, expect, it } from '@jest/globals';
import { type ConcernAnswers, findConcerns } from './concerned-organisms';
import { genres } from './genre';
import { findLikelyTax } from './likely-tax';
import type { Organism } from './organism';

const unanswered: ConcernAnswers = {
  genre: null,
  hasProtectedMusic: null,
  hasProtectedText: null,
  holdsTicketing: null,
  sellsShow: null,
  hasLicence: null,
};

function concern(organism: Organism, answers: Partial<ConcernAnswers>) {
  const { verdict, reason } = findConcerns({ ...unanswered, ...answers }).find((found) => found.organism === organism)!;
  return [verdict, reason];
}

describe('which organisms a show concerns', () => {
  it('is told for each organism, in the order of the screens, and to check while nothing is known', () => {
    expect(findConcerns(unanswered)).toEqual([
      { organism: 'SACEM', verdict: 'to-check', reason: 'unknown-work' },
      { organism: 'SACD', verdict: 'to-check', reason: 'unknown-work' },
      { organism: 'CNM', verdict: 'to-check', reason: 'unknown-genre' },
      { organism: 'ASTP', verdict: 'to-check', reason: 'unknown-genre' },
      { organism: 'SIBIL', verdict: 'to-check', reason: 'unknown-licence' },
    ]);
  });

  it.each([
    ['SACEM', { hasProtectedMusic: true }, 'likely', 'protected-work'],
    ['SACEM', { hasProtectedMusic: true, holdsTicketing: true }, 'likely', 'protected-work'],
    ['SACEM', { hasProtectedMusic: true, holdsTicketing: false }, 'to-check', 'organiser-declares'],
    ['SACEM', { hasProtectedMusic: false, hasProtectedText: true }, 'unlikely', 'no-protected-work'],
    ['SACD', { hasProtectedText: true, hasProtectedMusic: false }, 'likely', 'protected-work'],
    ['SACD', { hasProtectedText: false }, 'unlikely', 'no-protected-work'],
    ['CNM', { genre: 'POPULAR_AND_JAZZ_MUSIC' }, 'likely', 'genre'],
    ['ASTP', { genre: 'POPULAR_AND_JAZZ_MUSIC' }, 'unlikely', 'genre'],
    ['ASTP', { genre: 'DANCE', holdsTicketing: true }, 'likely', 'genre'],
    ['CNM', { genre: 'OUTDOOR_PERFORMANCE' }, 'unlikely', 'genre'],
    ['CNM', { genre: 'COMEDY_AND_STAND_UP' }, 'to-check', 'genre'],
    ['ASTP', { genre: 'COMEDY_AND_STAND_UP' }, 'to-check', 'genre'],
    [
      'CNM',
      { genre: 'POPULAR_AND_JAZZ_MUSIC', holdsTicketing: false, sellsShow: false },
      'unlikely',
      'owed-by-ticketing',
    ],
    [
      'CNM',
      { genre: 'POPULAR_AND_JAZZ_MUSIC', holdsTicketing: false, sellsShow: true },
      'to-check',
      'owed-by-seller-when-free',
    ],
    ['CNM', { genre: 'POPULAR_AND_JAZZ_MUSIC', holdsTicketing: false }, 'to-check', 'owed-by-seller-when-free'],
    ['SIBIL', { hasLicence: true, holdsTicketing: true }, 'likely', 'licence-and-ticketing'],
    ['SIBIL', { hasLicence: true }, 'to-check', 'unknown-licence'],
    ['SIBIL', { hasLicence: true, holdsTicketing: false }, 'unlikely', 'declared-by-ticketing'],
    ['SIBIL', { hasLicence: false }, 'unlikely', 'no-licence'],
    ['SIBIL', { holdsTicketing: true }, 'to-check', 'unknown-licence'],
  ] as const)('%s with %j: %s, because %s', (organism, answers, verdict, reason) => {
    expect(concern(organism, answers)).toEqual([verdict, reason]);
  });

  it.each(genres)('never holds both taxes as likely: %s', (genre) => {
    const likely = findConcerns({ ...unanswered, genre }).filter(
      ({ organism, verdict }) => (organism === 'CNM' || organism === 'ASTP') && verdict === 'likely',
    );
    const { tax, mustAsk } = findLikelyTax(genre);
    expect(likely.map(({ organism }) => organism)).toEqual(tax !== null && !mustAsk ? [tax] : []);
  });
});
