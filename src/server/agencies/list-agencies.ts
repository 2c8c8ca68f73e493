import 'server-only';
import type * as z from 'zod/mini';
import { findAgencies } from '@/server/declarations/find-agencies';
import { type SignedInContext } from '@/server/trpc/context';
import { type AgenciesPage, type listAgenciesInput } from './agencies.schema';

/** Agencies of an organism by address, or the one that serves a postal code. A fixed number of queries. */
export async function listAgencies(
  { db }: SignedInContext,
  { organism, postalCode = '' }: z.infer<typeof listAgenciesInput>,
): Promise<AgenciesPage> {
  const found = postalCode && (await findAgencies(db, organism, [{ postalCode, countryCode: 'FR' }]));
  const served = found ? found({ postalCode, countryCode: 'FR' }) : null;
  const [total, codes, rows] = await Promise.all([
    db.agency.count({ where: { organism } }),
    db.agencyPostalCode.count({ where: { organism } }),
    db.agency.findMany({
      where: { organism, ...(postalCode && { id: served?.id ?? { in: [] } }) },
      select: { id: true, name: true, email: true, _count: { select: { postalCodes: true } } },
      orderBy: { email: 'asc' },
    }),
  ]);
  const agencies = rows.map(({ _count, ...agency }) => ({ ...agency, codes: _count.postalCodes }));
  return { total, codes, agencies };
}
