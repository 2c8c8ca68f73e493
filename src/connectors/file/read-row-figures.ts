import type { Cell } from '@/spreadsheet/export-row';
import { parseCents, parseRate, parseTickets, type DecimalMark, type Figure } from './parse-figures';
import type { ColumnMeaning } from '@/domain/ticketing/import/mapping';
import { toIncludingTaxes } from '@/domain/tax';

/** What one row adds to its performance. Cents and tickets below zero are refunds. */
export type RowFigures = {
  readonly paidTickets: number;
  readonly freeTickets: number;
  readonly includingTaxesCents: number;
  /** Null when the row does not print it. */
  readonly excludingTaxesCents: number | null;
  readonly taxRateBp: number | null;
};

export type FiguresOutcome =
  { readonly figures: RowFigures } | { readonly reason: string } | { readonly needsRate: true };

export type FigureCells = {
  /** The cell under a meaning; undefined when the file has no such column. */
  readonly cell: (meaning: ColumnMeaning) => Cell | undefined;
  readonly mark: DecimalMark;
  /** An empty amount is then a zero. */
  readonly isFree: boolean;
  /** For rows that print HT alone. */
  readonly askedRateBp: number | null;
};

const names = ['including-taxes', 'excluding-taxes', 'tax-amount', 'unit-price'] as const;

/** Reads the amounts and tickets of a row; the reason, in a few words, when they cannot be known. */
export function readRowFigures(cells: FigureCells): FiguresOutcome {
  const parsed = names.map((meaning) => parseCents(cells.cell(meaning) ?? null, cells.mark));
  const rate = parseRate(cells.cell('tax-rate') ?? null);
  const counts = (['quantity', 'total-quantity', 'free-quantity'] as const).map((meaning) =>
    parseTickets(cells.cell(meaning) ?? null),
  );
  const fault = [...parsed, ...counts, rate].find((figure) => 'reason' in figure);
  if (fault && 'reason' in fault) return fault;
  const [including, excluding, tax, unit] = parsed.map(toValue);
  const [quantity, total, free] = counts.map(toValue);
  const taxRateBp = toValue(rate);
  const hasQuantity = cells.cell('quantity') !== undefined || cells.cell('total-quantity') !== undefined;
  if (total != null && total >= 0 && (free ?? 0) > total) return { reason: 'plus de gratuits que de billets' };
  const sold = quantity ?? (total === null || total === undefined ? null : total - (free ?? 0));
  const known = toTotal({
    including: including ?? null,
    excluding: excluding ?? null,
    tax: tax ?? null,
    unit: unit ?? null,
    sold: hasQuantity ? sold : 1,
    taxRateBp: taxRateBp ?? cells.askedRateBp,
  });
  const isNothingSold = hasQuantity && (sold ?? 0) === 0 && (including ?? excluding ?? 0) === 0;
  if (known === null && excluding !== null && excluding !== undefined && excluding !== 0) return { needsRate: true };
  if (known === null && !cells.isFree && !(isNothingSold && (sold !== null || (free ?? 0) !== 0))) {
    return { reason: 'montant absent' };
  }
  const printed =
    excluding ??
    (tax !== null && tax !== undefined && including !== null && including !== undefined ? including - tax : null);
  return toSigned(known ?? 0, printed, taxRateBp, {
    sold: hasQuantity ? sold : null,
    hasQuantity,
    free: free ?? 0,
    hasTicket: cells.cell('ticket-id') !== null,
  });
}

function toValue(figure: Figure | undefined): number | null {
  return figure && 'value' in figure ? figure.value : null;
}

/** Cents including taxes of the whole row; null when nothing tells them. */
function toTotal(row: {
  readonly including: number | null;
  readonly excluding: number | null;
  readonly tax: number | null;
  readonly unit: number | null;
  readonly sold: number | null;
  readonly taxRateBp: number | null;
}): number | null {
  const { including, excluding, tax, unit, sold, taxRateBp } = row;
  if (including !== null) return including;
  if (excluding !== null && tax !== null) return excluding + tax;
  if (unit !== null && sold !== null) return unit * sold;
  if (excluding === null || taxRateBp === null) return excluding === 0 ? 0 : null;
  const cents = toIncludingTaxes(Math.abs(excluding), taxRateBp);
  return excluding < 0 ? -cents : cents;
}

type Count = {
  readonly sold: number | null;
  readonly hasQuantity: boolean;
  readonly free: number;
  readonly hasTicket: boolean;
};

/** Tickets and money go the same way: a refund takes both away, but money given back without a ticket only takes money. */
function toSigned(cents: number, printed: number | null, taxRateBp: number | null, count: Count): FiguresOutcome {
  const { sold, hasQuantity, free, hasTicket } = count;
  const tickets = hasQuantity ? (sold ?? 0) : cents < 0 && !hasTicket ? 0 : 1;
  const isRefund = cents < 0 || tickets < 0;
  if (!isRefund && cents > 0 && tickets === 0) {
    return { reason: hasQuantity && sold === null ? 'nombre de billets absent' : 'recette sans billet' };
  }
  const sign = isRefund ? -1 : 1;
  const includingTaxesCents = sign * Math.abs(cents) || 0;
  const excludingTaxesCents = printed === null ? null : sign * Math.abs(printed) || 0;
  if (Math.abs(excludingTaxesCents ?? 0) > Math.abs(includingTaxesCents))
    return { reason: 'montant HT supérieur au TTC' };
  const moved = sign * Math.abs(tickets) || 0;
  const isFree = cents === 0;
  return {
    figures: {
      paidTickets: isFree ? 0 : moved,
      freeTickets: (isFree ? moved : 0) + free,
      includingTaxesCents,
      excludingTaxesCents,
      taxRateBp,
    },
  };
}
