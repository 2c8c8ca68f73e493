import { describe, expect, it } from '@jest/globals';
import { readShowsInput, toShowsHref, type ShowsInput } from './shows-address';

const everything: ShowsInput = { organizationId: 'o', filter: 'all', sort: 'end-desc', search: '', page: 1 };

describe('address of the list of shows', () => {
  it.each<[string, Partial<ShowsInput>]>([
    ['', {}],
    [
      '?filtre=a-declarer&tri=nom&recherche=cyrano+de&page=3',
      { filter: 'to-declare', sort: 'name', search: 'cyrano de', page: 3 },
    ],
    ['?filtre=a-verifier', { filter: 'attention' }],
    ['?tri=anciens&page=10000', { sort: 'end-asc', page: 10_000 }],
  ])('says and reads the same thing: %j', (query, change) => {
    const input = { ...everything, ...change };
    expect(readShowsInput('o', new URLSearchParams(query))).toEqual(input);
    expect(toShowsHref(input)).toBe(`/structures/o/spectacles${query}`);
  });

  it.each([
    '?filtre=inconnu',
    '?tri=prix',
    '?page=0',
    '?page=-1',
    '?page=1.5',
    '?page=deux',
    '?page=10001',
    '?recherche=++',
  ])('is as if empty when it makes no sense: %j', (query) => {
    expect(readShowsInput('o', new URLSearchParams(query))).toEqual(everything);
  });

  it('cuts a search that is too long', () => {
    const { search } = readShowsInput('o', new URLSearchParams({ recherche: 'x'.repeat(300) }));
    expect(search).toBe('x'.repeat(200));
  });
});
