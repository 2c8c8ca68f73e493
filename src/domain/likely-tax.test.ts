import { describe, expect, it } from '@jest/globals';
import { likelyTaxSentences } from '@/i18n/likely-tax';
import { genres } from './genre';
import { findLikelyTax } from './likely-tax';

describe('the likely tax of a genre', () => {
  it('is the table of the reference', () => {
    const byTax = (tax: string | null, mustAsk: boolean) =>
      genres.filter((genre) => findLikelyTax(genre).tax === tax && findLikelyTax(genre).mustAsk === mustAsk);
    expect(byTax('CNM', false)).toEqual(['CABARET_AND_MUSIC_HALL', 'POPULAR_AND_JAZZ_MUSIC']);
    expect(byTax('ASTP', false)).toEqual(['DANCE', 'PUPPETRY', 'THEATRE_AND_STORYTELLING_AND_MIME']);
    expect(byTax(null, false)).toEqual(['OUTDOOR_PERFORMANCE']);
    expect(byTax('CNM', true)).toEqual([
      'COMEDY_AND_STAND_UP',
      'WORLD_AND_TRADITIONAL_MUSIC_AND_DANCE',
      'ICE_SHOWS_AND_THEME_PARKS_AND_RELATED_PERFORMANCES',
    ]);
    expect(byTax('ASTP', true)).toEqual(['MUSICAL_THEATRE']);
    expect(byTax(null, true)).toHaveLength(4);
  });

  it('has a sentence for each reason', () => {
    for (const genre of genres) expect(likelyTaxSentences[findLikelyTax(genre).reason]).toMatch(/^[A-ZÉ].*\.$/);
  });
});
