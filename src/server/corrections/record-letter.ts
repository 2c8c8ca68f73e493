import 'server-only';
import type * as z from 'zod/mini';
import { isBlocking } from '@/domain/declaration/issues';
import { nextDeclarationState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { notify } from '@/server/realtime/notify';
import { toCanonicalJson } from '@/server/submissions/canonical-json';
import { closeCorrection } from './close-correction';
import { freezeLetter } from './freeze-letter';
import { type Actor } from '@/server/trpc/context';
import { type recordLetterInput, type recordLetterOutput } from './correction.schema';
import { loadSeries } from '@/server/declarations/load-series';
import { prepareLetter, toLetterText } from './prepare-letter';
import { takeDeclaration } from './take-declaration';
import { toPersonName } from '@/server/declarations/to-person-name';

/**
 * Keeps, as the next submission, the correction that a person says they wrote to SACD: letter and figures are frozen, nothing
 * leaves from here. Of two clicks, the second finds nothing to correct.
 */
export async function recordLetter(
  { db, organizationId, user }: Actor,
  { seriesId, organism, letterSha256 }: z.infer<typeof recordLetterInput>,
): Promise<z.infer<typeof recordLetterOutput>> {
  const by = toPersonName(user);
  const loaded = await loadSeries(db, { organizationId, seriesId });
  const written = await prepareLetter(db, loaded, user);
  if (written?.sha256 !== letterSha256) throw new AppError('stale-version', 'another letter by now');
  const { letter, prepared } = written;
  if (prepared.issues.some(isBlocking)) throw new AppError('declaration-incomplete', 'to correct', { organism });
  return db.$transaction(async (tx) => {
    const declaration = await takeDeclaration(tx, { organizationId, seriesId, organism });
    const { draft } = await loadSeries(tx, { organizationId, seriesId });
    const sending = nextDeclarationState(declaration.state, 'correct');
    const state = sending && nextDeclarationState(sending, 'deliver');
    const hasMoved = toCanonicalJson(draft) !== toCanonicalJson(loaded.draft);
    if (!state || declaration.correctingSince === null || hasMoved) {
      throw new AppError('stale-version', 'nothing is being corrected, or the form moved');
    }
    const submission = await freezeLetter(tx, {
      declarationId: declaration.id,
      number: (declaration.submissions[0]?.number ?? 0) + 1,
      prepared,
      text: toLetterText(letter),
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
