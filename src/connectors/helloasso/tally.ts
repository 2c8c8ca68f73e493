import { z } from 'zod';
import type { HelloassoItem } from './schema';

/** 100 000 € for one ticket: beyond it somebody typed a phone number in the price. */
const maxTicketCents = 10_000_000;

const tierTallySchema = z.object({
  includingTaxesCents: z.number().int().nonnegative(),
  paidTickets: z.number().int().nonnegative(),
  freeTickets: z.number().int().nonnegative(),
});
type TierTally = z.output<typeof tierTallySchema>;

/**
 * The running count of one form, by tier, because rates are only told by the form, which is read last. Its size depends on the tiers
 * and not on the tickets. Null stands for tickets that name no tier.
 */
export const formTallySchema = z.object({
  isChanged: z.boolean(),
  tiers: z.array(z.tuple([z.string().nullable(), tierTallySchema])),
  hasImpossibleAmount: z.boolean(),
  unknownStates: z.array(z.string()),
});
export type FormTally = {
  /** Something in it changed since the instant of the walk. */
  isChanged: boolean;
  readonly tiers: Map<string | null, TierTally>;
  /** A counted ticket has an amount that nobody pays. */
  hasImpossibleAmount: boolean;
  readonly unknownStates: Set<string>;
};

export function createFormTally(): FormTally {
  return { isChanged: false, tiers: new Map(), hasImpossibleAmount: false, unknownStates: new Set() };
}

/** Checked although it was asked for: the sale of a mug is not a ticket. */
export function isTicket(item: HelloassoItem): boolean {
  return item.type === 'Registration' && (item.order.formType ?? 'Event') === 'Event';
}

/** Paid and valid, or entered by the association. */
const countedStates: ReadonlySet<string> = new Set(['Processed', 'Registered']);
/** Documented, and nothing was received or kept for them. HelloAsso also writes `Unknow`. */
const otherStates: ReadonlySet<string> = new Set([
  'Waiting',
  'Refunded',
  'Canceled',
  'Deleted',
  'Contested',
  'Refused',
  'Abandoned',
  'Unknown',
  'Unknow',
]);
const maxUnknownStates = 3;

/** Adds a ticket: free when 0 was paid, whatever the tier is called. Options are not in the amount, donations are other items. */
export function countItem(tally: FormTally, item: HelloassoItem): void {
  if (!countedStates.has(item.state)) {
    const isUnknown = !otherStates.has(item.state) && tally.unknownStates.size < maxUnknownStates;
    if (isUnknown) tally.unknownStates.add(item.state.slice(0, 40));
    return;
  }
  const cents = Number(item.amount);
  if (!Number.isInteger(cents) || cents < 0 || cents > maxTicketCents) {
    tally.hasImpossibleAmount = true;
    return;
  }
  const tier = tally.tiers.get(item.tierId) ?? { includingTaxesCents: 0, paidTickets: 0, freeTickets: 0 };
  tally.tiers.set(item.tierId, tier);
  tier.includingTaxesCents += cents;
  if (cents > 0) tier.paidTickets += 1;
  else tier.freeTickets += 1;
}

export function packTally(tally: FormTally): z.output<typeof formTallySchema> {
  return { ...tally, tiers: [...tally.tiers], unknownStates: [...tally.unknownStates] };
}

export function unpackTally(packed: z.output<typeof formTallySchema>): FormTally {
  return { ...packed, tiers: new Map(packed.tiers), unknownStates: new Set(packed.unknownStates) };
}
