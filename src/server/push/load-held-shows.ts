import 'server-only';
import { type Database, type Transaction } from '@/server/db/client';
import { env } from '@/server/env';
import { type PushCaller } from './authenticate-key';
import { type HeldShow } from './push-schemas';

/** Shows of the caller's editor in its structure, by identifier, after `after`. Two queries, however many there are. */
export async function loadHeldShows(
  db: Database | Transaction,
  caller: Pick<PushCaller, 'organizationId' | 'remoteAccount'>,
  { ids, after, take }: { readonly ids?: readonly string[]; readonly after?: string; readonly take: number },
): Promise<HeldShow[]> {
  const { organizationId, remoteAccount } = caller;
  const rows = await db.series.findMany({
    where: {
      organizationId,
      system: 'push',
      remoteAccount,
      remoteId: ids ? { in: [...ids] } : after === undefined ? undefined : { gt: after },
    },
    orderBy: { remoteId: 'asc' },
    take,
    select: {
      id: true,
      remoteId: true,
      name: true,
      performances: { orderBy: [{ startAt: 'asc' }, { remoteId: 'asc' }] },
    },
  });
  return rows.map(({ id, remoteId, name, performances }) => ({
    id: remoteId,
    name,
    url: `${env().APP_BASE_URL}/structures/${organizationId}/spectacles/${id}`,
    performances: performances.map((row) => ({
      id: row.remoteId,
      startAt: row.startAt.toISOString(),
      endAt: row.endAt?.toISOString() ?? null,
      includingTaxesCents: Number(row.importedIncludingCents),
      excludingTaxesCents: Number(row.importedExcludingCents),
      taxRateBp: row.importedTaxRateBp,
      paidTickets: row.importedPaidTickets,
      freeTickets: row.importedFreeTickets,
      goneAt: row.goneAt?.toISOString() ?? null,
    })),
  }));
}

/** One of them, or null. */
export async function findHeldShow(
  db: Database | Transaction,
  caller: Pick<PushCaller, 'organizationId' | 'remoteAccount'>,
  id: string,
): Promise<HeldShow | null> {
  return (await loadHeldShows(db, caller, { ids: [id], take: 1 }))[0] ?? null;
}
