import { describe, expect, it } from '@jest/globals';
import { createRowCollector } from './collect-rows';

/** In pieces of this many bytes, as a network would cut them. */
function collect(text: string, piece: number): unknown[] | undefined {
  const collector = createRowCollector((row) => row);
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; at += piece) collector.write(bytes.subarray(at, at + piece));
  return collector.end();
}

describe('createRowCollector', () => {
  const rows = [
    { id: '1', name: 'Été à « Groix » 🎭', price: '12.50', list: [1, [2]], none: null, odd: '],[{\"' },
    'texte',
    3.5,
    [],
    {},
  ];

  it.each([1, 2, 3, 7, 1000])('reads the rows of a list that comes by pieces of %i bytes', (piece) => {
    expect(collect(JSON.stringify(rows), piece)).toEqual(rows);
    expect(collect(` [\n ] \n`, piece)).toEqual([]);
  });

  it('keeps of each row what it is told to', () => {
    const collector = createRowCollector((row) => JSON.stringify(row).length);
    collector.write(Buffer.from('[{"a":1},"bc"]'));
    expect(collector.end()).toEqual([7, 4]);
  });

  it.each([
    ['an object', '{"error":"unauthorized"}'],
    ['a list that stops short', '[{"id":"1"},{"id":'],
    ['a list without its end', '[{"id":"1"}'],
    ['a page', '<!doctype html><title>Maintenance</title>'],
    ['two lists', '[1][2]'],
    ['a broken list', '[{"id":1,}]'],
    ['a list that ends with a comma', '[1,]'],
    ['a list of nothing', '[,]'],
    ['brackets that do not match', '[{"a":1]]'],
    ['a number', '12'],
    ['null', 'null'],
    ['a text', '"[]"'],
    ['nothing', ''],
  ])('takes %s for no list', (_case, text) => {
    expect(collect(text, 5)).toBeUndefined();
  });
});
