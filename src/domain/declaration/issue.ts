import type { Organism } from '../organism';

/**
 * One thing that stands between a declaration and its transmission, or deserves a look.
 * `missing` and `wrong` block; `warning` does not.
 */
export type DeclarationIssue = {
  readonly organism: Organism;
  readonly severity: 'missing' | 'wrong' | 'warning';
  /** What to say; its French sentence is in `src/i18n/declaration-issues.ts`. */
  readonly code: DeclarationIssueCode;
  /** Where it is typed: `organization.sacemId`, `series.venue`, `performances.<id>.ticketing`… Also the DOM id of the field. */
  readonly field: DeclarationField;
  /** Present when the field belongs to one performance. */
  readonly performanceId?: string;
};

/** Path of a field on the page of a show; `performances.*` paths go with a performanceId. */
export const declarationFields = [
  'organization.sacemId',
  'organization.sacdId',
  'organization.headquarters',
  'organization.isSubsidised',
  'series.name',
  'series.genre',
  'series.producer',
  'series.venue',
  'series.venue.kind',
  'series.capacity',
  'series.audience',
  'series.taxRateBp',
  'series.organisms',
  'series.documents',
  'series.expenses.total',
  'series.expenses.approach',
  'series.expenses.circus',
  'series.salePrice',
  'series.hasPrivateContract',
  'series.schoolSessionsExempt',
  'series.artists',
  'series.author',
  'series.director',
  'performances',
  'performances.dates',
  'performances.ticketing',
  'performances.tickets',
  'performances.venue',
  'performances.venue.kind',
  'performances.capacity',
  'performances.otherRevenue.bar',
  'performances.otherRevenue.catering',
  'performances.otherRevenue.programmes',
  'performances.otherRevenue.other',
] as const;
export type DeclarationField = (typeof declarationFields)[number];

export const declarationIssueCodes = [
  'required',
  'no-performance',
  'no-agency',
  'amount-one-zero', // HT without TTC or the reverse
  'including-below-excluding',
  'parts-exceed-total',
  'end-before-start',
  'performance-in-future',
  'advised', // welcome where it is asked, and not required
  'title-cut', // longer than the organism keeps
  'more-tickets-than-capacity',
  'rate-does-not-fit', // TTC − HT is more than a cent away from the rate
  'revenue-without-paid-ticket',
  'paid-ticket-without-revenue',
  'venue-abroad',
  'both-taxes', // CNM and ASTP: a performance owes one of them at most
  'document-unfinished', // it has not come whole: it would not leave
  'nothing-corrected', // a correction that says what was received
  'documents-too-heavy', // more mails than an agency can be asked to read
] as const;
export type DeclarationIssueCode = (typeof declarationIssueCodes)[number];
