import { text, json, type Reply } from '../http/exchange';
import { type Encoded } from './encoded';

/** A row to be listed: where it stands in the order that was asked for. */
export type Listed = { readonly id: number; readonly position: number };

/** What is wrong with a request, as HelloAsso's validation tells it. */
export class BadParameter extends Error {
  constructor(
    readonly parameter: string,
    message: string,
  ) {
    super(message);
  }
}

const maxPageSize = 100;

/**
 * One page of rows already in order. The token holds the last row seen, so that rows added meanwhile shift nothing; there is one
 * even on the last page, and following it gives an empty page. Counts mean something only with `withCount=true`, and are then
 * those of what is left from this page on. A `pageIndex` beyond the end is an internal error.
 */
export function answerPage<Row>(
  rows: readonly Row[],
  query: URLSearchParams,
  toListed: (row: Row) => Listed,
  encode: (row: Row) => Encoded,
): Reply {
  const pageSize = readInteger(query, 'pageSize', 20, maxPageSize);
  const pageIndex = readInteger(query, 'pageIndex', 1, 1_000_000);
  const isDescending = readChoice(query, 'sortOrder', ['Desc', 'Asc']) === 'Desc';
  const withCount = readChoice(query, 'withCount', ['false', 'true']) === 'true';
  const token = query.get('continuationToken');
  const start = token === null ? (pageIndex - 1) * pageSize : findAfter(rows, toListed, readToken(token), isDescending);
  if (token === null && start > 0 && start >= rows.length) return text('Internal Server Error', 500);
  const page = rows.slice(start, start + pageSize);
  const left = rows.length - start;
  const last = page.at(-1);
  return json({
    data: page.map(encode),
    pagination: {
      pageSize,
      totalCount: withCount ? left : page.length,
      pageIndex: token === null ? pageIndex : 1,
      totalPages: withCount ? Math.ceil(left / pageSize) : 1,
      continuationToken: last ? toToken(toListed(last)) : (token ?? toToken({ id: 0, position: 0 })),
    },
  });
}

function toToken({ position, id }: Listed): string {
  return Buffer.from(`${position}|${id}`, 'utf8').toString('base64url');
}

function readToken(token: string): Listed {
  const [, position, id] = /^(\d+)\|(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  if (position === undefined || id === undefined) throw new BadParameter('continuationToken', 'is not valid');
  return { position: Number(position), id: Number(id) };
}

/** The index of the first row that comes after this one: by halves, rows being in order. */
function findAfter<Row>(
  rows: readonly Row[],
  toListed: (row: Row) => Listed,
  seen: Listed,
  isDescending: boolean,
): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = rows[middle];
    const comparison = row === undefined ? 1 : compareListed(toListed(row), seen);
    if ((isDescending ? -comparison : comparison) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function compareListed(a: Listed, b: Listed): number {
  return a.position - b.position || a.id - b.id;
}

export function readChoice<Choice extends string>(
  query: URLSearchParams,
  parameter: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const asked = query.get(parameter);
  if (asked === null) return choices[0];
  const found = choices.find((choice) => choice === asked);
  if (!found) throw new BadParameter(parameter, `'${asked}' is not valid`);
  return found;
}

/** Repeated parameters, each within the enumeration; null when none is given. */
export function readChoices(query: URLSearchParams, parameter: string, choices: readonly string[]): Set<string> | null {
  const asked = query.getAll(parameter);
  for (const value of asked) if (!choices.includes(value)) throw new BadParameter(parameter, `'${value}' is not valid`);
  return asked.length > 0 ? new Set(asked) : null;
}

/** An ISO date in milliseconds, or null. */
export function readDate(query: URLSearchParams, parameter: string): number | null {
  const asked = query.get(parameter);
  if (asked === null) return null;
  const time = /^\d{4}-\d{2}-\d{2}/.test(asked) ? Date.parse(asked) : NaN;
  if (Number.isNaN(time)) throw new BadParameter(parameter, 'is not a date');
  return time;
}

function readInteger(query: URLSearchParams, parameter: string, usual: number, max: number): number {
  const asked = query.get(parameter);
  if (asked === null) return usual;
  const value = /^\d+$/.test(asked) ? Number(asked) : 0;
  if (value < 1 || value > max) throw new BadParameter(parameter, `must be between 1 and ${max}`);
  return value;
}
