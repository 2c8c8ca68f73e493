import { describe, expect, it } from '@jest/globals';
import { formatSize } from '@/i18n/format-size';
import { readSubmissionsSearch, toSubmissionsHref } from './submissions-search';

describe('address of the list of submissions', () => {
  it.each([
    [{}, { organism: undefined, state: undefined, page: 1 }],
    [
      { organisme: 'SACD', etat: 'refused', page: '3' },
      { organism: 'SACD', state: 'refused', page: 3 },
    ],
    [{ organisme: 'SIBIL' }, { organism: 'SIBIL', state: undefined, page: 1 }],
    [
      { organisme: 'NASA', etat: 'lost', page: '0' },
      { organism: undefined, state: undefined, page: 1 },
    ],
    [{ page: ['1', '2'] }, { organism: undefined, state: undefined, page: 1 }],
  ])('reads %j', (parameters, search) => {
    expect(readSubmissionsSearch(parameters)).toEqual(search);
  });

  it.each([
    [{ page: 1 }, '/envois'],
    [{ organism: 'SACEM', state: 'sent', page: 2 } as const, '/envois?organisme=SACEM&etat=sent&page=2'],
  ])('writes %j', (search, href) => {
    expect(toSubmissionsHref('/envois', search)).toBe(href);
  });
});

describe('size of a document', () => {
  it.each([
    [0, '0\u00a0octets'],
    [812, '812\u00a0octets'],
    [1000, '1\u00a0Ko'],
    [47_001, '48\u00a0Ko'],
    [1_150_000, '1,2\u00a0Mo'],
  ])('is read from %i bytes', (bytes, text) => {
    expect(formatSize(bytes)).toBe(text);
  });
});
