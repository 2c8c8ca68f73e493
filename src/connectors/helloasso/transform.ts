import type { ConnectorWarning } from '../connector';
import { parseParisWallClock } from '../paris-wall-clock';
import { warnOfSkippedSeries } from '../warnings';
import type { TierRates } from './deduce-rates';
import type { HelloassoForm } from './schema';
import type { FormTally } from './tally';
import { maxAmountCents } from '@/domain/declaration/bounds';
import { isFrenchRate, normalizeRateBp } from '@/domain/tax';
import { countTariff, createTally, toTicketFigures } from '@/domain/ticketing/figures';
import type { RemoteSeries } from '@/domain/ticketing/model';

export type TransformedSeries =
  | { readonly type: 'series'; readonly series: RemoteSeries; readonly tickets: number }
  | { readonly type: 'warning'; readonly warning: ConnectorWarning };

/** As HelloAsso writes countries: the Republic, its overseas lands, and Monaco, which follows the same taxes. */
const frenchCountries: ReadonlySet<string> = new Set(
  'FRA FR GLP MTQ GUF REU MYT SPM BLM MAF WLF PYF NCL ATF MCO'.split(' '),
);

/** Why a form cannot be declared whatever its tickets are; null when it can. To be asked before its tickets are read. */
export function findObstacle(form: HelloassoForm): ConnectorWarning | null {
  const name = toName(form);
  // No date: vouchers or goods. What has no date was not performed.
  if (toStart(form) === null) return warnOfSkippedSeries('series-without-date', name);
  if (form.currency === null) {
    return warnOfSkippedSeries('unexpected-series', name, 'sa monnaie n’est pas indiquée');
  }
  if (form.currency.toUpperCase() !== 'EUR') return warnOfSkippedSeries('unsupported-currency', name);
  const country = form.place?.country?.trim().toUpperCase() ?? '';
  if (country !== '' && !frenchCountries.has(country)) {
    return warnOfSkippedSeries('unexpected-series', name, 'il se joue hors de France');
  }
  return null;
}

/** Tiers with paid tickets whose rate the form does not tell: deleted, hidden, or without rate. */
export function listUnknownRates(form: HelloassoForm, tally: FormTally): readonly (string | null)[] {
  const rates = toRates(form);
  return [...tally.tiers].flatMap(([id, { paidTickets }]) => (paidTickets > 0 && !rates.has(id) ? [id] : []));
}

/** One form as a series of one performance with the same identifier. Never merged by name. `deduced`: rates found elsewhere. */
export function toSeries(form: HelloassoForm, tally: FormTally, deduced: TierRates = new Map()): TransformedSeries {
  const name = toName(form);
  const skip = (...reason: SkipReason): TransformedSeries => {
    const [code, precision] = reason;
    return { type: 'warning', warning: warnOfSkippedSeries(code, name, precision) };
  };
  const obstacle = findObstacle(form);
  const startAt = toStart(form);
  if (obstacle || startAt === null)
    return obstacle ? { type: 'warning', warning: obstacle } : skip('series-without-date');
  if (tally.hasImpossibleAmount) return skip('amount-out-of-bounds');
  const told = toRates(form);
  const figures = createTally();
  for (const [id, tier] of tally.tiers) {
    const rateBp = told.get(id) ?? deduced.get(id) ?? null;
    const taxRateBp = rateBp !== null && isFrenchRate(rateBp) ? rateBp : null;
    if (tier.paidTickets > 0 && taxRateBp === null) return skip(...explainRate(form, id, rateBp));
    countTariff(figures, { ...tier, taxRateBp });
  }
  const performance = toTicketFigures(figures);
  if (performance.includingTaxesCents > maxAmountCents) return skip('amount-out-of-bounds');
  return {
    type: 'series',
    series: {
      id: form.formSlug,
      name,
      performances: [{ id: form.formSlug, startAt, endAt: toEnd(form, startAt), ...performance }],
    },
    tickets: performance.paidTickets + performance.freeTickets,
  };
}

/** A state that nobody documented was not counted: the user had better look. */
export function warnOfUnknownStates(form: HelloassoForm, { unknownStates }: FormTally): ConnectorWarning | null {
  if (unknownStates.size === 0) return null;
  const states = [...unknownStates].join(', ');
  return {
    code: 'unknown-ticket-status',
    detail: `«\u00a0${toName(form)}\u00a0»\u00a0: des billets dans un état inconnu (${states}) n’ont pas été comptés.`,
  };
}

type SkipReason = [code: Parameters<typeof warnOfSkippedSeries>[0], precision?: string];

function explainRate(form: HelloassoForm, tierId: string | null, rateBp: number | null): SkipReason {
  if (rateBp !== null) return ['foreign-tax-rate'];
  const isKnown = form.tiers.some(({ id }) => id === tierId);
  return isKnown ? ['unexpected-series', 'un tarif payant n’a pas de taux de TVA'] : ['missing-tariff'];
}

function toName({ title, formSlug }: HelloassoForm): string {
  return title === null || title.trim() === '' ? `Sans titre (${formSlug})` : title;
}

/** `vatRate` is announced as a fraction (0.10) and arrives as a percentage (5.50): both are read. */
function toRates({ tiers }: HelloassoForm): TierRates {
  return new Map(
    tiers.flatMap(({ id, vatRate }) => {
      const rateBp = vatRate === null || vatRate === undefined ? null : normalizeRateBp(vatRate);
      return rateBp === null ? [] : [[id, rateBp] as const];
    }),
  );
}

function toStart({ startDate }: HelloassoForm): string | null {
  return toInstant(startDate);
}

/** An end before its start says nothing true: it is unknown. */
function toEnd({ endDate }: HelloassoForm, startAt: string): string | null {
  const endAt = toInstant(endDate);
  return endAt !== null && endAt < startAt ? null : endAt;
}

/** ISO-8601 with an offset; without one, the clocks of Paris. */
function toInstant(text: string | null): string | null {
  if (text === null) return null;
  const wallClock = parseParisWallClock(text);
  if (wallClock !== null) return wallClock;
  const instant = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.trim()) ? new Date(text.trim()) : null;
  return instant && !Number.isNaN(instant.getTime()) && instant.getUTCFullYear() >= 1970 ? instant.toISOString() : null;
}
