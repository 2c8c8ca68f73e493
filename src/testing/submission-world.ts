import { createSacdClient } from '@/declarations/sacd/client';
import { sacdTestKeys, type Sandbox, startSandbox } from '@/sandbox/start-sandbox';
import { type Database } from '@/server/db/client';
import { deliverDocuments } from '@/server/submissions/deliver-documents';
import { deliverReceipt } from '@/server/submissions/deliver-receipt';
import { deliverSacd } from '@/server/submissions/deliver-sacd';
import { deliverSacem } from '@/server/submissions/deliver-sacem';
import { processSubmission, type SubmissionTools } from '@/server/submissions/process-submission';
import { createScriptedMailer, type ScriptedMailer } from './scripted-mailer';

export type SubmissionWorld = {
  readonly sandbox: Sandbox;
  readonly mailer: ScriptedMailer;
  readonly tools: SubmissionTools;
  /** Moves the clock of the worker forward. */
  advance(seconds: number): void;
  /** One run of the job; `attempt` above 0 is the queue taking up a run that was lost. */
  run(submissionId: string, run?: { jobId?: string; attempt?: number }): Promise<void>;
  /** Declarations that SACD read for this show. */
  declarationsOf(seriesId: string): readonly string[];
  stop(): Promise<void>;
};

/** A worker's tools led to a simulated outside world of their own. SACD's silence is soon taken for one, unless told otherwise. */
export async function startSubmissionWorld(
  db: () => Database,
  declareTimeoutMilliseconds = 400,
): Promise<SubmissionWorld> {
  const sandbox = await startSandbox();
  const mailer = createScriptedMailer();
  const sacd = createSacdClient(
    { ...sacdTestKeys, baseUrl: `${sandbox.url}/sacd` },
    { timeoutMilliseconds: 2_000, declareTimeoutMilliseconds },
  );
  let offset = 0;
  const options = { mailer, mailDomain: 'assistant.test', baseUrl: 'http://assistant.test' };
  const tools: SubmissionTools = {
    get db() {
      return db();
    },
    deliveries: {
      'sacem-mail': deliverSacem(mailer, options.mailDomain),
      'sacd-declare': deliverSacd(sacd),
      'sacem-documents-mail': deliverDocuments(mailer, options.mailDomain),
      'sacd-documents-mail': deliverDocuments(mailer, options.mailDomain),
      'receipt-mail': deliverReceipt(options),
    },
    now: () => new Date(Date.now() + offset),
  };
  return {
    sandbox,
    mailer,
    tools,
    advance: (seconds) => {
      offset += seconds * 1000;
    },
    run: (submissionId, { jobId = 'job-1', attempt = 0 } = {}) =>
      processSubmission(tools, submissionId, { jobId, attempt, signal: new AbortController().signal }),
    declarationsOf: (seriesId) =>
      sandbox
        .declarations()
        .map(({ xml }) => xml)
        .filter((xml) => xml.includes(seriesId)),
    stop: () => sandbox.stop(),
  };
}
