/**
 * What a person's requests do on the server, in a process of its own that may be told to die (CRASH_AT). The first argument is
 * the list of requests, in JSON: done four at a time, as a web process would.
 */
import { z } from 'zod';
import { AppError } from '@/domain/errors';
import { closeDatabase, database } from '@/server/db/client';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { armFromEnvironment } from '@/server/faults';
import { closeProducer } from '@/server/jobs/producer';
import { resolveSubmission } from '@/server/submissions/resolve-submission';
import { retrySubmission } from '@/server/submissions/retry-submission';
import { type PersonRequest, personRequestSchema } from './person-request';

const atOnce = 4;
/** What a second click is answered: it changes nothing. */
const alreadyDone = ['already-being-sent', 'already-accepted', 'stale-version'];

async function toActor({ organizationId, userId }: PersonRequest) {
  const db = database();
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const { id, email, firstname, lastname } = user;
  return { db, organizationId, correlationId: 'crash', user: { id, email, firstname, lastname, isAdmin: false } };
}

async function perform(request: PersonRequest): Promise<void> {
  const { organizationId } = request;
  const actor = await toActor(request);
  if (request.kind === 'transmit') {
    const { seriesId, organism } = request;
    await transmitDeclaration(actor, { organizationId, seriesId, version: 1, organisms: [organism], truthful: true });
  } else if (request.kind === 'retry') {
    await retrySubmission(actor, { organizationId, submissionId: request.submissionId });
  } else {
    const { submissionId, kind: outcome } = request;
    await resolveSubmission(actor, { organizationId, submissionId, outcome, note: 'vérifié' });
  }
}

/** A request that failed for a busy machine is made again: whoever made it does not know whether it was done. */
async function insist(request: PersonRequest, tries = 5): Promise<void> {
  try {
    await perform(request);
  } catch (error) {
    if (error instanceof AppError && alreadyDone.includes(error.code)) return;
    if (error instanceof AppError || tries === 1) throw error;
    await insist(request, tries - 1);
  }
}

async function performAll(queue: PersonRequest[]): Promise<void> {
  for (let request = queue.shift(); request !== undefined; request = queue.shift()) await insist(request);
}

armFromEnvironment();
const requests = z.array(personRequestSchema).parse(JSON.parse(process.argv[2] ?? '[]'));
await Promise.all(Array.from({ length: atOnce }, () => performAll(requests)));
await closeProducer();
await closeDatabase();
