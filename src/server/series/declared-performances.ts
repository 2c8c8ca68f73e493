import 'server-only';
import { Prisma } from '@/server/db/generated/client';

/**
 * Whether a row of "Performance" is declared, as `isDeclared` says it: one that the ticketing no longer knows is when a person
 * said so or, while nobody did, when a person corrected its figures.
 */
export const declaredPerformance = Prisma.sql`("goneAt" IS NULL OR coalesce("keptWhenGone", num_nonnulls(
  "correctedIncludingCents", "correctedTaxRateBp", "correctedPaidTickets", "correctedFreeTickets") > 0))`;
