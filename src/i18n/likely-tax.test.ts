import { describe, expect, it } from '@jest/globals';
import { genres } from '@/domain/genre';
import { findLikelyTax } from '@/domain/likely-tax';
import { likelyTaxSentences } from './likely-tax';

describe('reasons of a likely tax', () => {
  it('are sentences, in careful French', () => {
    for (const genre of genres) {
      expect(likelyTaxSentences[findLikelyTax(genre).reason]).toMatch(/^[A-ZÉ].*\.$/);
      expect(likelyTaxSentences[findLikelyTax(genre).reason]).not.toMatch(/'| [:;!?]/);
    }
  });
});
