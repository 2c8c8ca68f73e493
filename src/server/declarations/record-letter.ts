import 'server-only';
import type * as z from 'zod/mini';
import { writeSacdLetter } from '@/declarations/sacd/letter';
import { isBlocking } from '@/domain/declaration/issues';
import { nextDeclarationState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { describeDifferences } from '@/i18n/declaration-changes';
import { recordAudit } from '@/server/audit/record';
import { notify } from '@/server/realtime/notify';
import { closeCorrection } from '@/server/submissions/close-correction';
import { freezeLetter } from '@/server/submissions/freeze-letter';
import { loadPastSubmissions } from '@/server/submissions/load-past-submissions';
import { type Actor } from '@/server/trpc/context';
import { compareWithToday } from './compare-with-today';
import { type recordLetterInput, type recordLetterOutput } from './correction.schema';
import { loadSeries } from './load-series';
import { prepareDeclarations } from './prepare-declaration';
import { takeDeclaration } from './take-declaration';
import { toPersonName } from './to-person-name';

/**
 * Keeps, as the next submission, the correction that a person says they wrote to SACD: letter and figures are frozen, nothing
 * leaves from here. `stale-version` when the form moved since the letter was read, or nothing is being corrected.
 */
export async function recordLetter(
  actor: Actor,
  { seriesId, organism, version }: z.infer<typeof recordLetterInput>,
): Promise<z.infer<typeof recordLetterOutput>> {
  const { db, organizationId, user } = actor;
  const by = toPersonName(user);
  return db.$transaction(async (tx) => {
    const declaration = await takeDeclaration(tx, { organizationId, seriesId, organism });
    const sending = nextDeclarationState(declaration.state, 'correct');
    const state = sending && nextDeclarationState(sending, 'deliver');
    const loaded = await loadSeries(tx, { organizationId, seriesId });
    if (!state || declaration.correctingSince === null || loaded.row.version !== version) {
      throw new AppError('stale-version', 'nothing is being corrected, or the form moved');
    }
    const prepared = await prepareDeclarations(tx, loaded, { user, now: new Date() });
    const one = prepared.find((candidate) => candidate.organism === organism);
    if (!one?.byLetter) throw new AppError('stale-version', 'not corrected by letter');
    if (one.issues.some(isBlocking)) throw new AppError('declaration-incomplete', 'to correct', { organism });
    const change = compareWithToday(organism, await loadPastSubmissions(tx, [declaration.id]), loaded.draft);
    const letter = writeSacdLetter(one.declaration, change ? describeDifferences(change.differences) : []);
    const submission = await freezeLetter(tx, {
      declarationId: declaration.id,
      number: (declaration.submissions[0]?.number ?? 0) + 1,
      prepared: one,
      text: `${letter.subject}\n\n${letter.text}\n`,
      by: { organizationId, authorId: user.id, authorName: by, authorEmail: user.email },
    });
    await tx.declaration.update({
      where: { id: declaration.id },
      data: { state, correctingSince: null, correctingBy: null, changedSince: null, keptChange: null },
    });
    await closeCorrection(tx, submission.id);
    await recordAudit(tx, {
      action: 'submission.created',
      organizationId,
      actor: { id: user.id, name: by },
      subject: submission.id,
      detail: { organism, number: submission.number, byLetter: true },
    });
    await notify(tx, { kind: 'submission', organizationId, id: submission.id });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by: null });
    return { submissionId: submission.id };
  });
}
