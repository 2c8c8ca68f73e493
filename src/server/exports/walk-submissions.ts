import 'server-only';
import type * as z from 'zod/mini';
import { type ExportedSubmission } from '@/exports/submissions-sheet';
import { formatPeriod } from '@/i18n/format-quarter';
import { type Database } from '@/server/db/client';
import { type listSubmissionsInput } from '@/server/submissions/list-submissions.schema';

const submissionsPerBatch = 500;

export type SubmissionsChoice = Pick<z.infer<typeof listSubmissionsInput>, 'organism' | 'state'>;

/** Submissions of a structure, the last one first, a batch at a time. Two queries per batch. */
export async function* walkSubmissions(
  db: Database,
  organizationId: string,
  { organism, state }: SubmissionsChoice = {},
): AsyncGenerator<readonly ExportedSubmission[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await db.submission.findMany({
      where: { organizationId, organism, state },
      select: {
        id: true,
        organism: true,
        number: true,
        state: true,
        recipient: true,
        authorName: true,
        createdAt: true,
        finishedAt: true,
        message: true,
        declaration: { select: { period: true, series: { select: { name: true } } } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
      take: submissionsPerBatch,
    });
    yield rows.map(({ id: _id, declaration, ...row }) => ({
      ...row,
      subject: declaration.series?.name ?? formatPeriod(declaration.period ?? ''),
    }));
    if (rows.length < submissionsPerBatch) return;
    after = rows.at(-1)?.id;
  }
}
