import 'server-only';
import type * as z from 'zod/mini';
import { recordAudit } from '@/server/audit/record';
import { type Database } from '@/server/db/client';
import { toPersonName } from '@/server/declarations/to-person-name';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { type automaticOneInput, type AutomaticView } from './automation.schema';
import { findAutomaticDeclaration, toAutomaticView } from './get-automatic';
import { findMember, loadAutomatic } from './load-automatic';
import { type StopRequest } from './stop-link';

/** Takes a permission back, announced or not. Nothing changes when there is none, or when the declaration left already. */
export async function stopAutomatic(
  actor: Actor,
  { seriesId, organism }: z.infer<typeof automaticOneInput>,
): Promise<AutomaticView> {
  const { db, organizationId, user } = actor;
  const scope = { organizationId, seriesId, organism };
  const { id } = await findAutomaticDeclaration(db, scope);
  await stop(db, id, { id: user.id, name: toPersonName(user) });
  return toAutomaticView(await findAutomaticDeclaration(db, scope));
}

/** What the page of the link of an announcement shows; null when it opens nothing (any more). */
export async function findStoppable(db: Database, { declarationId, userId }: StopRequest) {
  const automatic = await loadAutomatic(db, declarationId);
  if (!automatic) return null;
  const member = await findMember(db, { organizationId: automatic.series.organizationId, userId });
  if (!member) return null;
  const { declaration, series, plannedFor, stoppedAt, sentAt } = automatic;
  const state = stoppedAt ? 'stopped' : sentAt ? 'sent' : 'planned';
  return { state, organism: declaration.organism, seriesName: series.name, plannedFor, member } as const;
}

/** The same as `stopAutomatic`, from the link of an announcement. False when the link opens nothing. */
export async function stopFromLink(db: Database, request: StopRequest): Promise<boolean> {
  const found = await findStoppable(db, request);
  if (!found) return false;
  await stop(db, request.declarationId, { id: found.member.id, name: toPersonName(found.member) });
  return true;
}

async function stop(
  db: Database,
  declarationId: string,
  by: { readonly id: string; readonly name: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.automaticTransmission.updateMany({
      where: { declarationId, sentAt: null, stoppedAt: null },
      data: { stoppedAt: new Date(), stoppedBy: by.name, stopReason: 'person' },
    });
    if (count === 0) return;
    const { organism, series } = await tx.declaration.findUniqueOrThrow({
      where: { id: declarationId },
      select: { organism: true, series: { select: { id: true, organizationId: true } } },
    });
    if (!series) return;
    const { id: subject, organizationId } = series;
    await recordAudit(tx, { action: 'automatic.stopped', organizationId, actor: by, subject, detail: { organism } });
    await notify(tx, { kind: 'series', organizationId, id: subject, by: by.name });
  });
}
