import 'server-only';
import { isDaytime, planAutomatic } from '@/domain/automation/plan-automatic';
import { isTransmittable } from '@/domain/organism';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { type Database } from '@/server/db/client';
import { freezeReviewed } from '@/server/declarations/freeze-reviewed';
import { loadSeries } from '@/server/declarations/load-series';
import { prepareDeclarations } from '@/server/declarations/prepare-declaration';
import { toFingerprint } from '@/server/declarations/to-fingerprint';
import { type Actor } from '@/server/trpc/context';
import { giveUpAutomatic } from './give-up-automatic';
import { findMember, loadAutomatic } from './load-automatic';
import { loadWaiting } from './load-waiting';
import { findUnfitness } from './plan-automatic-ones';

/**
 * Sends a declaration that was allowed and announced, in the name of the person who allowed it. Everything is checked again first, and what
 * leaves is what was checked (fingerprint). The permission is used up in the transaction that freezes the submission: of two workers, of a
 * worker and a person who stops it, one wins. Whatever speaks against it ends it, and members are told.
 */
export async function runAutomatic(db: Database, declarationId: string, now: Date): Promise<void> {
  const automatic = await loadAutomatic(db, declarationId);
  // At night, the next morning's planning takes it up again.
  if (!automatic || automatic.stoppedAt !== null || automatic.sentAt !== null || !isDaytime(now)) return;
  const { series, allowedById, announcedAt, plannedFor } = automatic;
  const { organizationId, id: seriesId } = series;
  const { organism } = automatic.declaration;
  const giveUp = (reason: Parameters<typeof giveUpAutomatic>[2]) =>
    db.$transaction((tx) => giveUpAutomatic(tx, declarationId, reason, now));
  const user = allowedById === null ? null : await findMember(db, { organizationId, userId: allowedById });
  if (!user || !isTransmittable(organism)) return giveUp('rights');
  const [waiting] = await loadWaiting(db, { organizationId, ids: [declarationId] }, now);
  const loaded = await loadSeries(db, { organizationId, seriesId });
  const prepared = await prepareDeclarations(db, loaded, { user, now });
  const own = prepared.find((one) => one.organism === organism);
  if (!waiting || !own) return giveUp('state');
  const reason = findUnfitness(waiting, own.issues, now);
  const { state, dueAt } = waiting;
  const step = planAutomatic({ state, dueAt, isFit: reason === null, announcedAt, plannedFor }, now);
  if (step === 'give-up') return giveUp(reason ?? 'state');
  if (step !== 'send') return;
  const actor: Actor = { db, user, organizationId, correlationId: `automatic:${declarationId}` };
  await freezeReviewed(
    actor,
    {
      seriesId,
      version: loaded.row.version,
      fingerprint: toFingerprint(prepared),
      organisms: [organism],
    },
    {
      now,
      async beforeStoring(tx) {
        const { count } = await tx.automaticTransmission.updateMany({
          where: { declarationId, sentAt: null, stoppedAt: null, declaration: { state: 'draft' } },
          data: { sentAt: now },
        });
        if (count === 0) throw new AppError('already-being-sent', 'stopped or sent meanwhile');
        await recordAudit(tx, {
          action: 'automatic.sent',
          organizationId,
          actor: { id: null, name: 'Envoi automatique' },
          subject: seriesId,
          detail: { organism, allowedBy: automatic.allowedBy },
        });
      },
    },
  );
}
