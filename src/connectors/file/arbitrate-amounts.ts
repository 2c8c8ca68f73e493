import type { ExportRow } from '@/spreadsheet/export-row';
import type { ColumnKind, Recognized } from './header-words';
import { findDecimalMark, parseCents, parseRate, parseTickets, type DecimalMark } from './parse-figures';
import { legalRatesBp, toExcludingTaxes } from '@/domain/tax';
import type { ColumnMeaning } from '@/domain/ticketing/import/mapping';

export type Candidate = {
  readonly index: number;
  readonly plain: string;
  readonly kind: ColumnKind;
  readonly meanings: readonly Recognized[];
};

type Amounts = readonly (number | null)[];

/**
 * Which columns hold the tickets and the money, when headers alone leave a doubt: a price of one ticket or of the whole row, a total
 * with or without fees. The rows of the sample decide, by plain arithmetic.
 */
export function arbitrateAmounts(
  candidates: readonly Candidate[],
  sample: readonly ExportRow[],
): ReadonlyMap<number, ColumnMeaning> {
  const chosen = new Map<number, ColumnMeaning>();
  for (const meaning of ['free-quantity', 'quantity', 'total-quantity', 'excluding-taxes', 'tax-amount'] as const) {
    const best = findBest(candidates, meaning, chosen);
    if (best !== null) chosen.set(best.index, meaning);
  }
  settleQuantities(chosen, candidates, sample);
  settleTax(chosen, candidates, sample);
  const quantity = findIndex(chosen, 'quantity') ?? findIndex(chosen, 'total-quantity');
  const read = createReader(sample);
  const tickets = quantity === null ? null : read.tickets(quantity);
  const unit = findBest(candidates, 'unit-price', chosen);
  const totals = findTotals(candidates, chosen);
  const plain = totals.filter(({ index }) => !includesFees(index, totals, candidates, unit, read, tickets));
  const isOfOne = (one: Candidate): boolean => isPriceOfOne(one, sample, candidates, read, tickets);
  // What an order cost is of several tickets: it only serves when nothing tells the price of one.
  const total = plain.find((one) => !isOfOne(one) && !(unit && (one.meanings[0]?.score ?? 0) < 40));
  const price = unit ?? plain[0];
  if (total) chosen.set(total.index, 'including-taxes');
  else if (price) chosen.set(price.index, 'unit-price');
  return chosen;
}

/**
 * «Payants» and «Total» together: the paid ones are enough. Free seats are among the others when their header says «dont», or when a row
 * without revenue has as many of them as tickets.
 */
function settleQuantities(
  chosen: Map<number, ColumnMeaning>,
  candidates: readonly Candidate[],
  sample: readonly ExportRow[],
): void {
  const [total, quantity, free] = (['total-quantity', 'quantity', 'free-quantity'] as const).map((meaning) =>
    findIndex(chosen, meaning),
  );
  if (total != null && quantity != null) chosen.delete(total);
  if (quantity == null || free == null) return;
  const read = createReader(sample);
  const [all, without] = [read.tickets(quantity), read.tickets(free)];
  const amounts = findTotals(candidates, chosen).map(({ index }) => read.cents(index));
  const isAmong =
    /^dont\b/.test(candidates.find(({ index }) => index === free)?.plain ?? '') ||
    all.some(
      (count, at) => count !== null && count > 0 && count === without[at] && amounts.some((cents) => cents[at] === 0),
    );
  if (isAmong) chosen.set(quantity, 'total-quantity');
}

/** A bare «TVA» holds rates when most of its values are rates of France, unless it is what TTC adds to HT; amounts otherwise. */
function settleTax(
  chosen: Map<number, ColumnMeaning>,
  candidates: readonly Candidate[],
  sample: readonly ExportRow[],
): void {
  const tax = findIndex(chosen, 'tax-amount');
  if (tax === null) return;
  const read = createReader(sample);
  const cells = sample.map((row) => row.cells[tax] ?? null).filter((cell) => cell !== null);
  const rates = cells.filter((cell) => 'value' in parseRate(cell));
  const untaxed = findIndex(chosen, 'excluding-taxes');
  const taxes = read.cents(tax);
  const isAmount = findTotals(candidates, chosen).some(({ index }) => {
    const totals = read.cents(index);
    return (untaxed !== null && isSum(totals, read.cents(untaxed), taxes)) || isTaxOf(totals, taxes);
  });
  if (!isAmount && rates.length * 2 > cells.length) chosen.set(tax, 'tax-rate');
}

/** Whether each amount is the VAT of its total at one rate of the law. */
function isTaxOf(totals: Amounts, taxes: Amounts): boolean {
  const rows = totals.flatMap((cents, at) => {
    const part = taxes[at] ?? null;
    return cents === null || part === null || cents <= 0 ? [] : [{ cents, part }];
  });
  return (
    rows.length > 0 &&
    legalRatesBp.some(
      (rateBp) => rateBp > 0 && rows.every(({ cents, part }) => cents - toExcludingTaxes(cents, rateBp) === part),
    )
  );
}

function findIndex(chosen: ReadonlyMap<number, ColumnMeaning>, meaning: ColumnMeaning): number | null {
  return [...chosen].find(([, one]) => one === meaning)?.[0] ?? null;
}

function findBest(
  candidates: readonly Candidate[],
  meaning: ColumnMeaning,
  chosen: ReadonlyMap<number, ColumnMeaning>,
): Candidate | null {
  const ranked = candidates
    .filter(({ index, meanings }) => !chosen.has(index) && meanings[0]?.meaning === meaning)
    .sort((a, b) => (b.meanings[0]?.score ?? 0) - (a.meanings[0]?.score ?? 0));
  return ranked[0] ?? null;
}

function findTotals(candidates: readonly Candidate[], chosen: ReadonlyMap<number, ColumnMeaning>): Candidate[] {
  return candidates
    .filter(({ index, meanings }) => !chosen.has(index) && meanings[0]?.meaning === 'including-taxes')
    .sort((a, b) => (b.meanings[0]?.score ?? 0) - (a.meanings[0]?.score ?? 0));
}

type Reader = { cents(index: number): Amounts; tickets(index: number): Amounts };

function createReader(sample: readonly ExportRow[]): Reader {
  const mark = findMark(sample);
  return {
    cents: (index) =>
      sample.map(({ cells }) => {
        const figure = parseCents(cells[index] ?? null, mark);
        return 'value' in figure ? figure.value : null;
      }),
    tickets: (index) =>
      sample.map(({ cells }) => {
        const figure = parseTickets(cells[index] ?? null);
        return 'value' in figure ? figure.value : null;
      }),
  };
}

/** The decimal mark that some cell of the sample proves. */
export function findMark(sample: readonly ExportRow[]): DecimalMark {
  for (const { cells } of sample) {
    for (const cell of cells) {
      const mark = typeof cell === 'string' ? findDecimalMark(cell) : null;
      if (mark !== null) return mark;
    }
  }
  return null;
}

/** A total that is, on every row, another amount of the file plus its fees is not what the tickets were sold for. */
function includesFees(
  index: number,
  totals: readonly Candidate[],
  candidates: readonly Candidate[],
  unit: Candidate | null,
  read: Reader,
  tickets: Amounts | null,
): boolean {
  const whole = read.cents(index);
  const fees = candidates.filter(
    ({ plain, kind }) =>
      kind === 'number' && /\b(?:frais|fees?|commissions?|dons?|donations?|options?|pourboires?)\b/.test(plain),
  );
  const others = [...totals.filter((one) => one.index !== index), ...(unit ? [unit] : [])];
  return others.some((other) =>
    fees.some((fee) => {
      const base = read.cents(other.index).map((cents, at) => multiply(cents, tickets?.[at] ?? 1));
      const plain = read.cents(other.index);
      const extra = read.cents(fee.index);
      return isSum(whole, base, extra) || isSum(whole, plain, extra);
    }),
  );
}

function multiply(cents: number | null, tickets: number | null): number | null {
  return cents === null || tickets === null ? null : cents * tickets;
}

function isSum(whole: Amounts, base: Amounts, extra: Amounts): boolean {
  const rows = whole.flatMap((cents, at) => {
    const part = base[at] ?? null;
    return cents === null || part === null ? [] : [{ cents, part, more: extra[at] ?? 0 }];
  });
  return rows.some(({ more }) => more !== 0) && rows.every(({ cents, part, more }) => cents === part + more);
}

/**
 * «Prix» beside a quantity: of one ticket when another total is this price times the quantity, when the same tariff keeps the same
 * price whatever the quantity; of the row when it grows with it. Without proof, the words decide: a price is of one ticket.
 */
function isPriceOfOne(
  total: Candidate,
  sample: readonly ExportRow[],
  candidates: readonly Candidate[],
  read: Reader,
  tickets: Amounts | null,
): boolean {
  const tariff = candidates.find(({ meanings }) => meanings[0]?.meaning === 'tariff')?.index;
  // An amount is of the row by its name: only rows of one tariff can prove otherwise.
  const mayBe =
    tariff === undefined ? /^(?:prix|tarif|price|valeur)\b/ : /^(?:prix|tarif|price|valeur|montant|amount)\b/;
  if (!tickets || !mayBe.test(total.plain) || /\b(?:total|totaux)\b/.test(total.plain)) return false;
  const prices = read.cents(total.index);
  const seen = new Map<string, { readonly price: number; readonly tickets: number }>();
  let constant = 0;
  let proportional = 0;
  for (const [at, price] of prices.entries()) {
    const count = tickets[at] ?? 0;
    if (price === null || price <= 0 || count <= 0) continue;
    const name = tariff === undefined ? '' : String(sample[at]?.cells[tariff] ?? '');
    const before = seen.get(name);
    if (before && before.tickets !== count) {
      if (before.price === price) constant += 1;
      if (before.price * count === price * before.tickets) proportional += 1;
    }
    seen.set(name, { price, tickets: count });
  }
  if (constant !== proportional) return constant > proportional;
  return /^(?:prix|tarif|price|ticket price|valeur)\b/.test(total.plain) && !/\bpayes?\b/.test(total.plain);
}
