import { type PersonRequest } from './person-request';
import { workUntilEnded } from './run-batch';
import { type JudgedSending, judgeSendings } from './sendings';
import { type Lane } from './start-lane';

/**
 * What people do of all that is to be checked: they ask the organism, say what it said, and send again what was not received.
 * Gives the same sendings at the end of it: each must now have been received once.
 */
export async function settle(lane: Lane, sendings: readonly JudgedSending[]): Promise<JudgedSending[]> {
  const toRequest = (
    { organizationId, userId, submissionId }: JudgedSending,
    kind: 'received' | 'not-received' | 'retry',
  ) => (submissionId === null ? [] : [{ kind, organizationId, userId, submissionId } satisfies PersonRequest]);
  const unknown = sendings.filter(({ state }) => state === 'unknown');
  const lacking = sendings.filter(
    ({ state, received }) => received === 0 && (state === 'unknown' || state === 'failed'),
  );
  const words = unknown.flatMap((one) => toRequest(one, one.received === 0 ? 'not-received' : 'received'));
  await lane.request(words, null);
  await lane.request(
    lacking.flatMap((one) => toRequest(one, 'retry')),
    null,
  );
  await workUntilEnded(lane, sendings, [], 1);
  return judgeSendings(lane, sendings);
}
