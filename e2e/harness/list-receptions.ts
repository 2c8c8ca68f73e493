import { type Sandbox } from '@/sandbox/start-sandbox';
import { type Database } from '@/server/db/client';
import { type Submission, type SubmissionStep } from '@/server/db/generated/client';
import { type GivenShow } from '@/testing/given-show';

/** Declarations that SACD read for this show, whatever it answered. */
export function listDeclarations(sandbox: Sandbox, { seriesId }: Pick<GivenShow, 'seriesId'>) {
  return sandbox.declarations().filter(({ xml }) => xml.includes(seriesId));
}

/** Mails that an agency took for the sendings of this structure: their identity holds that of the submission. */
export async function listAgencyMails(sandbox: Sandbox, db: Database, organizationId: string) {
  const submissions = await listSubmissions(db, organizationId);
  return sandbox
    .messages('brest@delegation-sacem.test')
    .filter(({ messageId }) => submissions.some(({ id }) => messageId.includes(id)));
}

export function listSubmissions(
  db: Database,
  organizationId: string,
): Promise<(Submission & { readonly steps: SubmissionStep[] })[]> {
  return db.submission.findMany({
    where: { organizationId },
    include: { steps: { orderBy: { position: 'asc' } } },
    orderBy: [{ organism: 'asc' }, { number: 'asc' }],
  });
}

/** Jobs that may still send something for this structure. */
export async function countJobsLeft(db: Database, organizationId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job
    WHERE name = 'run-submission' AND state IN ('created', 'retry', 'active')
      AND data->'payload'->>'submissionId' IN (SELECT id::text FROM "Submission" WHERE "organizationId" = ${organizationId}::uuid)`;
  return row?.count ?? 0;
}
