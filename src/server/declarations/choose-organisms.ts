import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { type Organism, seriesOrganisms, taxOrganisms } from '@/domain/organism';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { notify } from '@/server/realtime/notify';
import { refreshDueDates } from '@/server/series/refresh-due-dates';
import { type Actor } from '@/server/trpc/context';
import { type chooseOrganismsInput, type chooseOrganismsOutput } from './save-declaration.schema';
import { toPersonName } from './to-person-name';

/**
 * Sets the organisms a show is declared to. One that was sent to, whatever the outcome, cannot leave: its proof would be lost.
 * `both-taxes` when CNM and ASTP are wanted together: a performance owes one of them at most.
 */
export async function chooseOrganisms(
  { db, organizationId, user }: Actor,
  { seriesId, organisms }: z.infer<typeof chooseOrganismsInput>,
): Promise<z.infer<typeof chooseOrganismsOutput>> {
  return db.$transaction(async (tx) => {
    const version = await raiseVersion(tx, { organizationId, seriesId });
    if (taxOrganisms.every((tax) => organisms.includes(tax))) throw new AppError('both-taxes');
    const present = await tx.declaration.findMany({
      where: { seriesId, organism: { in: [...seriesOrganisms] } },
      select: { organism: true, state: true, _count: { select: { submissions: true } } },
    });
    const leaving = present.filter(({ organism }) => !isAmong(organism, organisms));
    const sent = leaving.find(({ state, _count }) => state !== 'draft' || _count.submissions > 0);
    if (sent) throw new AppError('declaration-locked', 'already sent', { organism: sent.organism });
    const coming = organisms.filter((organism) => !present.some((known) => known.organism === organism));
    await tx.declaration.deleteMany({
      where: { seriesId, organism: { in: leaving.map(({ organism }) => organism) } },
    });
    await tx.declaration.createMany({ data: coming.map((organism) => ({ seriesId, organism })), skipDuplicates: true });
    if (coming.length > 0) await refreshDueDates(tx, seriesId);
    if (coming.length + leaving.length > 0) {
      await recordAudit(tx, {
        action: 'declaration.organisms-chosen',
        organizationId,
        actor: { id: user.id, name: toPersonName(user) },
        subject: seriesId,
        detail: { organisms },
      });
    }
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by: toPersonName(user) });
    return { version };
  });
}

/** The row stays locked until the end: two people choosing at once do so one after the other. */
async function raiseVersion(
  tx: Transaction,
  { organizationId, seriesId }: { organizationId: string; seriesId: string },
): Promise<number> {
  const [series] = await tx.series.updateManyAndReturn({
    where: { id: seriesId, organizationId },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  if (!series) throw new AppError('not-found');
  return series.version;
}

function isAmong(organism: Organism, organisms: readonly Organism[]): boolean {
  return organisms.includes(organism);
}
