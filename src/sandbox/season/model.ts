/**
 * A season as a box office would write it down, before any ticketing system gives it its own shape. Amounts in cents,
 * rates in basis points, instants as Date. Sales move: `tickets` grows and changes while the sandbox runs.
 */
export type Season = { readonly shows: Show[] };

export type Show = {
  readonly id: string;
  /** What the numbers of its tickets begin with, where its own identifier is no number; its identifier when absent. */
  readonly ticketPrefix?: string;
  readonly title: string;
  readonly place: string;
  readonly taxRateBp: number;
  /** False: one date, told by the show itself, and no session. */
  readonly hasSessions: boolean;
  readonly isOnline: boolean;
  readonly sessions: readonly Session[];
  readonly tariffs: readonly Tariff[];
  readonly tickets: Ticket[];
};

export type Session = { readonly id: string; readonly startAt: Date | null; readonly endAt: Date | null };

export type Tariff = {
  readonly id: string;
  readonly name: string;
  readonly priceCents: number;
  /** Null: the show's. */
  readonly taxRateBp: number | null;
  /** Kept by the platform on each web sale; null when the tariff has none. */
  readonly commissionCents: number | null;
};

export type Ticket = {
  readonly id: string;
  readonly orderId: string;
  readonly tariffId: string;
  readonly sessionId: string;
  /** What the buyer paid, discounts deducted. */
  readonly priceCents: number;
  readonly channel: string;
  readonly passId: string | null;
  readonly buyer: { readonly firstname: string; readonly name: string; readonly email: string };
  isPaid: boolean;
  isRefunded: boolean;
  isUsed: boolean;
  changedAt: Date;
};

/** A ticket as an accountant would write it: what the organiser received for it, and whether it counts. */
export type LedgerLine = {
  readonly seriesId: string;
  readonly seriesName: string;
  /** ISO-8601 UTC; null when the show has no date. */
  readonly startAt: string | null;
  readonly ticketId: string;
  readonly receivedCents: number;
  /** Null: the box office knows of none. */
  readonly taxRateBp: number | null;
  readonly isCounted: boolean;
  /** ISO-8601 UTC: sold, refunded or paid then. */
  readonly changedAt: string;
};
