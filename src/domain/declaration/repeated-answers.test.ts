import { describe, expect, it } from '@jest/globals';
import { givenDraft } from '@/testing/given-draft';
import { hasAnswers, pickRepeatedAnswers, type RepeatedAnswers } from './repeated-answers';

const nothing: RepeatedAnswers = {
  genre: null,
  audience: 'ALL',
  producer: null,
  venue: null,
  capacity: null,
  taxRateBp: null,
  artists: null,
  author: null,
  director: null,
};

describe('answers that another season takes over', () => {
  it('are those about the show, without any figure', () => {
    const { series } = givenDraft();
    const { genre, audience, producer, venue, capacity, taxRateBp, artists, author, director } = series;
    expect(pickRepeatedAnswers(series)).toEqual({
      ...{ genre, audience, producer, venue, capacity, taxRateBp, artists, author, director },
    });
  });

  it('are there as soon as one is given', () => {
    expect(hasAnswers(nothing)).toBe(false);
    expect(hasAnswers({ ...nothing, audience: 'YOUNG' })).toBe(true);
    expect(hasAnswers({ ...nothing, capacity: 0 })).toBe(true);
  });
});
