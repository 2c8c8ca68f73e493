import 'server-only';
import { type ImportMapping, importMappingSchema } from '@/domain/ticketing/import/mapping';
import { type Database } from '@/server/db/client';

/** How the last file of this shape was read; null when there was none, or when an older release wrote it otherwise. */
export async function rememberedMapping(
  db: Database,
  organizationId: string,
  shape: string,
): Promise<ImportMapping | null> {
  const row = await db.importShape.findUnique({ where: { organizationId_shape: { organizationId, shape } } });
  const known = importMappingSchema.safeParse(row?.mapping);
  return known.success ? known.data : null;
}
