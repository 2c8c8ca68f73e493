/**
 * The normalised sales model: what every connector, import and push brings the figures of a ticketing system into.
 * Instants are ISO-8601 UTC, amounts integer cents including or excluding taxes, rates basis points (5.5 % = 550).
 */
/** The ticketing systems with a service of their own, read by a connector. */
export const ticketingSystems = ['billetweb', 'helloasso', 'mapado', 'shotgun', 'soticket', 'supersoniks'] as const;
export type TicketingSystem = (typeof ticketingSystems)[number];

/** Where the shows of an organization come from: a system read by a connector, an imported file, typing, or the push API. */
export const ticketingSources = [...ticketingSystems, 'file', 'manual', 'push'] as const;
export type TicketingSource = (typeof ticketingSources)[number];

export function isTicketingSystem(source: TicketingSource): source is TicketingSystem {
  return ticketingSystems.some((system) => system === source);
}

export type RemotePerformance = {
  /** Stable identifier at the vendor, unique within the account. */
  readonly id: string;
  readonly startAt: string;
  /** Null when the vendor does not know. */
  readonly endAt: string | null;
  readonly includingTaxesCents: number;
  /** Rounded once per performance, half up, from the sums per rate. */
  readonly excludingTaxesCents: number;
  /** Null when paid tariffs have different rates, or the rate is unknown. */
  readonly taxRateBp: number | null;
  readonly paidTickets: number;
  readonly freeTickets: number;
};

export type RemoteSeries = {
  readonly id: string;
  /** Untouched title. */
  readonly name: string;
  /** By startAt, then id. Never empty. */
  readonly performances: readonly RemotePerformance[];
  /**
   * Where the vendor is asked about a window of dates: performances before this instant were not asked for, so that their absence
   * means nothing. Absent: all performances are there, whatever their date.
   */
  readonly completeFrom?: string;
};

/** Order of performances everywhere: by start, then by id (by code unit, the same on every machine). */
export function compareByStart(
  left: { readonly startAt: string; readonly id: string },
  right: { readonly startAt: string; readonly id: string },
): number {
  return Date.parse(left.startAt) - Date.parse(right.startAt) || compareText(left.id, right.id);
}

/** Order by code unit, the same whatever the language of the machine. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
