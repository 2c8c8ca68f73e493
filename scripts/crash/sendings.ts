import { type DeclarationState } from '@/domain/declaration/status';
import { givenShow } from '@/testing/given-show';
import { type Ended, judge, type Verdict } from './judge';
import { type PersonRequest } from './person-request';
import { type Batch, type Situation } from './plan';
import { type Lane } from './start-lane';

/** One show to be declared to one organism: one run. */
export type Sending = {
  readonly organizationId: string;
  readonly seriesId: string;
  readonly userId: string;
  readonly organism: 'SACEM' | 'SACD';
  /** SACD's number of the structure, which names it to the simulated service. */
  readonly declarant: string;
};

export type JudgedSending = Sending & {
  readonly submissionId: string | null;
  readonly state: DeclarationState | null;
  readonly received: number;
  readonly verdict: Verdict;
};

const agency = 'brest@delegation-sacem.test';
let declarants = 100_000;

export async function givenSendings(lane: Lane, organisms: Batch['organisms']): Promise<Sending[]> {
  const sendings: Sending[] = [];
  for (const organism of organisms) {
    declarants += 1;
    const declarant = String(declarants);
    const show = await givenShow(lane.db, {
      performances: 1,
      organisms: [organism],
      organization: { sacdId: declarant },
    });
    const { organizationId, seriesId, actor } = show;
    sendings.push({ organizationId, seriesId, userId: actor.user.id, organism, declarant });
  }
  return sendings;
}

export function toTransmission({ organizationId, seriesId, userId, organism }: Sending): PersonRequest {
  return { kind: 'transmit', organizationId, seriesId, userId, organism };
}

/** SACD receives and does not answer, or does neither; the agency's mail server takes the message and hangs up: a third of the sendings. */
export function troubleOutside(lane: Lane, situation: Situation, sendings: readonly Sending[]): void {
  if (situation !== 'trouble outside') return;
  const ofSacd = sendings.filter(({ organism }) => organism === 'SACD');
  ofSacd.slice(0, Math.ceil(ofSacd.length / 3)).forEach(({ declarant }, index) => {
    const mode = index % 2 === 0 ? 'timeout-after-receiving' : 'timeout';
    lane.sandbox.setTrouble('sacd', { mode, path: 'ExploitFile', only: declarant, times: 1 });
  });
  const times = Math.ceil((sendings.length - ofSacd.length) / 3);
  if (times > 0) lane.sandbox.setTrouble('smtp-primary', { mode: 'drop-after-data', only: agency, times });
}

export function endTrouble(lane: Lane): void {
  for (const system of ['sacd', 'smtp-primary'] as const) lane.sandbox.clearTrouble(system);
}

/** How many of these still have something to do, or were never made. */
export async function countLeft(lane: Lane, sendings: readonly Sending[]): Promise<number> {
  const ended = await lane.db.submission.count({
    where: {
      organizationId: { in: sendings.map(({ organizationId }) => organizationId) },
      steps: { none: { state: { in: ['waiting', 'running'] } } },
    },
  });
  return sendings.length - ended;
}

/** Compares what the database says of each sending with what the outside world counted. */
export async function judgeSendings(lane: Lane, sendings: readonly Sending[]): Promise<JudgedSending[]> {
  const submissions = await lane.db.submission.findMany({
    where: { organizationId: { in: sendings.map(({ organizationId }) => organizationId) } },
    select: { id: true, organizationId: true, state: true },
  });
  const declarations = lane.sandbox.declarations().map(({ xml }) => xml);
  const mails = lane.sandbox.messages();
  return sendings.map((sending) => {
    const [submission, ...others] = submissions.filter(
      ({ organizationId }) => organizationId === sending.organizationId,
    );
    const ofThis = submission ? mails.filter(({ messageId }) => messageId.includes(submission.id)) : [];
    const counts = new Map<string, number>();
    for (const { messageId } of ofThis) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
    const received =
      sending.organism === 'SACD'
        ? declarations.filter((xml) => xml.includes(sending.seriesId)).length
        : ofThis.filter(({ envelope }) => envelope.to.includes(agency)).length;
    const ended: Ended = { state: submission?.state ?? null, received, mails: [...counts.values()] };
    // Two submissions of one click would be two sendings to come.
    const verdict = others.length > 0 ? 'double' : judge(ended);
    return { ...sending, submissionId: submission?.id ?? null, state: ended.state, received, verdict };
  });
}
