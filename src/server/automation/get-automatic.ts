import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { type TransmittableOrganism, transmittableOrganisms } from '@/domain/organism';
import { type Database, type Transaction } from '@/server/db/client';
import { type Prisma } from '@/server/db/generated/client';
import { type Actor } from '@/server/trpc/context';
import {
  type automationScope,
  type AutomaticView,
  automaticViewSchema,
  type getAutomaticOutput,
} from './automation.schema';

const select = { id: true, organism: true, state: true, automatic: true } as const satisfies Prisma.DeclarationSelect;
type Row = Prisma.DeclarationGetPayload<{ select: typeof select }>;

/** What may leave by itself of a show, what will, and who decided. `not-found` for a show that is not theirs. */
export async function getAutomatic(
  { db, organizationId }: Actor,
  { seriesId }: z.infer<typeof automationScope>,
): Promise<z.infer<typeof getAutomaticOutput>> {
  const series = await db.series.findFirst({
    where: { id: seriesId, organizationId },
    select: {
      declarations: { select, where: { organism: { in: [...transmittableOrganisms] } }, orderBy: { organism: 'asc' } },
    },
  });
  if (!series) throw new AppError('not-found');
  return { organisms: series.declarations.map(toAutomaticView) };
}

/** One of them; `not-found` when it was not chosen. */
export async function findAutomaticDeclaration(
  db: Database | Transaction,
  scope: { organizationId: string; seriesId: string; organism: TransmittableOrganism },
): Promise<Row> {
  const { organizationId, seriesId, organism } = scope;
  const row = await db.declaration.findFirst({ where: { organism, series: { id: seriesId, organizationId } }, select });
  if (!row) throw new AppError('not-found');
  return row;
}

export function toAutomaticView({ organism, state, automatic }: Row): AutomaticView {
  const stopped = automatic?.stoppedAt
    ? { by: automatic.stoppedBy, at: automatic.stoppedAt.toISOString(), reason: automatic.stopReason }
    : null;
  return automaticViewSchema.parse({
    organism,
    state: toState(automatic),
    isOpen: state === 'draft',
    allowed: automatic && { by: automatic.allowedBy, at: automatic.allowedAt.toISOString() },
    plannedFor: automatic?.plannedFor?.toISOString() ?? null,
    stopped,
  });
}

function toState(automatic: Row['automatic']): AutomaticView['state'] {
  if (!automatic) return 'off';
  if (automatic.stoppedAt) return 'stopped';
  if (automatic.sentAt) return 'sent';
  return automatic.plannedFor ? 'planned' : 'allowed';
}
