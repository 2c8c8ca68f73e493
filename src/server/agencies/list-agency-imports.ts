import 'server-only';
import * as z from 'zod';
import { type TransmittableOrganism } from '@/domain/organism';
import { type SignedInContext } from '@/server/trpc/context';
import { type AgenciesImport } from './agencies.schema';

/** Written by `synchronizeAgencies`; the first ones had counts only. */
const detailSchema = z.object({
  added: z.number(),
  updated: z.number(),
  removed: z.number(),
  file: z.string().nullable().default(null),
  forced: z.boolean().default(false),
});

const kept = 50;

/** The last imports of an organism's agencies, the latest first: who, when, which file, what it changed. */
export async function listAgencyImports(
  { db }: SignedInContext,
  { organism }: { readonly organism: TransmittableOrganism },
): Promise<AgenciesImport[]> {
  const events = await db.auditEvent.findMany({
    where: { action: 'agencies.synchronized', subject: organism, organizationId: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: kept,
  });
  return events.map(({ id, createdAt, actorId, actorName, detail }) => ({
    id,
    at: createdAt.toISOString(),
    by: actorId === null && actorName === 'cli' ? 'ligne de commande' : actorName,
    ...detailSchema.parse(detail),
  }));
}
