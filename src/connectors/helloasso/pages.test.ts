import { describe, expect, it } from '@jest/globals';
import { readPages, startOfPages, type Position } from './pages';
import type { HelloassoPage } from './schema';

type Row = { readonly id: string };
type Answer = { readonly ids: readonly string[]; readonly left: number; readonly token: string | null };

/** Answers by token; counts are of what is left, 2 rows a page. */
function givenReader(answers: Readonly<Record<string, Answer>>) {
  const asked: (string | null)[] = [];
  const read = (token: string | null): Promise<HelloassoPage<Row>> => {
    asked.push(token);
    const { ids, left, token: next } = answers[token ?? 'start'] ?? { ids: [], left: 0, token };
    return Promise.resolve({
      rows: ids.map((id) => ({ id })),
      pagination: { totalCount: left, totalPages: Math.ceil(left / 2), continuationToken: next },
    });
  };
  return { asked, read };
}

async function collect(read: (token: string | null) => Promise<HelloassoPage<Row>>, from?: Position) {
  const ids: string[] = [];
  const positions: Position[] = [];
  for await (const step of readPages(read, from)) {
    ids.push(...step.rows.map(({ id }) => id));
    positions.push(step.position);
  }
  return { ids, positions };
}

const threePages = {
  start: { ids: ['1', '2'], left: 5, token: 'a' },
  a: { ids: ['3', '4'], left: 3, token: 'b' },
  b: { ids: ['5'], left: 1, token: 'c' },
};

describe('A walk over pages', () => {
  it('ends at the last page, although it has a token', async () => {
    const { asked, read } = givenReader(threePages);
    expect((await collect(read)).ids).toEqual(['1', '2', '3', '4', '5']);
    expect(asked).toEqual([null, 'a', 'b']);
  });

  it('goes on from any of its positions, and from the end asks for nothing', async () => {
    const { positions } = await collect(givenReader(threePages).read);
    const ends = [];
    for (const position of [startOfPages, ...positions]) {
      const { asked, read } = givenReader(threePages);
      ends.push([(await collect(read, position)).ids, asked]);
    }
    expect(ends).toEqual([
      [
        ['1', '2', '3', '4', '5'],
        [null, 'a', 'b'],
      ],
      [
        ['3', '4', '5'],
        ['a', 'b'],
      ],
      [['5'], ['b']],
      [[], []],
    ]);
  });

  it('follows tokens to an empty page when the counts never go down', async () => {
    const { asked, read } = givenReader({
      start: { ids: ['1', '2'], left: 3, token: 'a' },
      a: { ids: ['3'], left: 3, token: 'b' },
      b: { ids: [], left: 3, token: 'b' },
    });
    expect((await collect(read)).ids).toEqual(['1', '2', '3']);
    expect(asked).toEqual([null, 'a', 'b']);
  });

  it('does not stop at a page that says to be the last and is not', async () => {
    const { read } = givenReader({ ...threePages, start: { ids: ['1', '2'], left: 5, token: 'a' } });
    const lying = async (token: string | null) => {
      const page = await read(token);
      return { ...page, pagination: { ...page.pagination, totalPages: 1 } };
    };
    expect((await collect(lying)).ids).toEqual(['1', '2', '3', '4', '5']);
  });

  it('drops rows that come back, in a page or pages later', async () => {
    const { read } = givenReader({
      start: { ids: ['1', '2', '1'], left: 7, token: 'a' },
      a: { ids: ['2', '3'], left: 4, token: 'b' },
      b: { ids: ['1', '4'], left: 2, token: 'c' },
    });
    expect((await collect(read)).ids).toEqual(['1', '2', '3', '4']);
  });

  it.each<readonly [string, Answer]>([
    ['is empty while rows are left', { ids: [], left: 3, token: 'b' }],
    ['has no token while pages are left', { ids: ['3', '4'], left: 3, token: null }],
    ['leads back to itself while pages are left', { ids: ['3', '4'], left: 3, token: 'a' }],
  ])('fails whole when a page %s', async (_case, answer) => {
    await expect(collect(givenReader({ ...threePages, a: answer }).read)).rejects.toMatchObject({
      code: 'unexpected-answer',
      message: 'the pages stop short',
    });
  });
});
