import 'server-only';
import type * as z from 'zod/mini';
import { isFormLocked, isOpen } from '@/domain/declaration/lock';
import { isReceived } from '@/domain/declaration/received';
import { findDeadline } from '@/server/series/find-deadline';
import { type Actor } from '@/server/trpc/context';
import { type DeclarationPage, type DeclarationView, type seriesScope } from './get-declaration.schema';
import { findPastShow } from './find-past-show';
import { canGiveUp } from '@/server/corrections/can-give-up';
import { loadSuggestions } from './load-suggestions';
import { type DeclarationRow, loadSeries } from './load-series';

/** Everything the page of a show needs, in a constant number of queries. */
export async function getDeclaration(
  { db, organizationId }: Actor,
  { seriesId }: z.infer<typeof seriesScope>,
): Promise<DeclarationPage> {
  const [{ row, draft, declarations }, suggestions] = await Promise.all([
    loadSeries(db, { organizationId, seriesId }),
    loadSuggestions(db, { organizationId, seriesId }),
  ]);
  const past = await findPastShow(db, { row, draft });
  const importedAt = Math.max(...row.performances.map((performance) => performance.importedAt.getTime()));
  return {
    version: row.version,
    savedAt: row.updatedAt.toISOString(),
    system: row.system,
    connectionLabel: row.connection?.label ?? null,
    importedAt: Number.isFinite(importedAt) ? new Date(importedAt).toISOString() : null,
    draft,
    declarations: declarations.map((declaration) => toDeclarationView(declaration, row.lastStartAt)),
    locked: isFormLocked(declarations),
    suggestions: { ...suggestions, past },
    repeatedFrom: row.version === 1 ? row.repeatedFrom : null,
  };
}

function toDeclarationView(declaration: DeclarationRow, lastStartAt: Date | null): DeclarationView {
  // After a correction that was given up, the one that holds is not the last.
  const holding = declaration.submissions.find(({ state }) => isReceived(state));
  const submission = isReceived(declaration.state) ? holding : declaration.submissions[0];
  return {
    organism: declaration.organism,
    state: declaration.state,
    locked: !isOpen(declaration),
    dueAt: declaration.dueAt?.toISOString() ?? null,
    dueSource: lastStartAt && (findDeadline(declaration.organism, lastStartAt)?.source ?? null),
    correctedBy: declaration.correctingBy,
    canGiveUp: canGiveUp(declaration),
    changed: declaration.changedSince !== null,
    submission: submission
      ? {
          id: submission.id,
          number: submission.number,
          createdAt: submission.createdAt.toISOString(),
          message: submission.message,
          errorCode: submission.errorCode,
        }
      : null,
  };
}
