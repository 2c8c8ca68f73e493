import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { maxDocumentsPerShow } from '@/domain/documents';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { type Prisma } from '@/server/db/generated/client';
import { toPersonName } from '@/server/declarations/to-person-name';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { type attachmentScope, type changeTypeInput } from './attachments.schema';
import { lockSeries } from './lock-series';

type Scope = z.infer<typeof attachmentScope>;

/** Sorts a document, which decides who receives it. */
export async function changeAttachmentType(
  actor: Actor,
  { attachmentId, type }: z.infer<typeof changeTypeInput>,
): Promise<void> {
  await change(actor, attachmentId, { removedAt: null }, { type });
}

/** Takes a document off its show; it may be put back until retention.ts erases it. */
export async function removeAttachment(actor: Actor, { attachmentId }: Scope): Promise<void> {
  await change(actor, attachmentId, { removedAt: null }, { removedAt: new Date() }, async (tx, { name }) => {
    await record(tx, actor, 'attachment.removed', attachmentId, name);
  });
}

/** Puts back a document that was taken off. Asked twice, the second finds nothing to do (`not-found`). */
export async function restoreAttachment(actor: Actor, { attachmentId }: Scope): Promise<void> {
  const removed = { removedAt: { not: null } };
  await change(actor, attachmentId, removed, { removedAt: null }, async (tx, { name, seriesId }) => {
    const count = await tx.attachment.count({ where: { seriesId, removedAt: null, state: 'ready' } });
    if (count > maxDocumentsPerShow) throw new AppError('invalid-input', 'too many documents');
    await record(tx, actor, 'attachment.restored', attachmentId, name);
  });
}

async function change(
  { db, organizationId, user }: Actor,
  attachmentId: string,
  where: Prisma.AttachmentWhereInput,
  data: Prisma.AttachmentUpdateInput,
  after?: (tx: Transaction, row: { name: string; seriesId: string }) => Promise<void>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await tx.attachment.findFirst({
      where: { id: attachmentId, organizationId, state: 'ready' },
      select: { seriesId: true, name: true },
    });
    if (row?.seriesId == null) throw new AppError('not-found');
    const { seriesId, name } = row;
    await lockSeries(tx, { organizationId, seriesId });
    const [changed] = await tx.attachment.updateManyAndReturn({
      where: { id: attachmentId, organizationId, seriesId, ...where },
      data,
      select: { id: true },
    });
    if (!changed) throw new AppError('not-found');
    await after?.(tx, { name, seriesId });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by: toPersonName(user) });
  });
}

async function record(
  tx: Transaction,
  { organizationId, user }: Actor,
  action: 'attachment.removed' | 'attachment.restored',
  subject: string,
  name: string,
): Promise<void> {
  await recordAudit(tx, {
    action,
    organizationId,
    actor: { id: user.id, name: toPersonName(user) },
    subject,
    detail: { name },
  });
}
