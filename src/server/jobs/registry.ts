import 'server-only';
import { type JobContext, type JobDefinition, type JobHandler } from './define-job';
import { type QueueRules } from './queues';
import { announceTransmissionJob } from '@/server/automation/announce-transmission';
import { planAutomationJob } from '@/server/automation/plan-automation';
import { sendRemindersJob } from '@/server/automation/send-reminders';
import { tellNotTransmittedJob } from '@/server/automation/tell-not-transmitted';
import { transmitAutomaticallyJob } from '@/server/automation/transmit-automatically';
import { purgeExpiredJob } from '@/server/retention/purge-expired';
import { readImportJob } from '@/server/imports/read-import';
import { storeImportJob } from '@/server/imports/store-import';
import { startDueSynchronizationsJob } from '@/server/ticketing/start-due-synchronizations';
import { synchronizeConnectionJob } from '@/server/ticketing/synchronize-connection';
import { resumeSubmissionsJob } from '@/server/submissions/resume-submissions';
import { runSubmissionJob } from '@/server/submissions/run-submission';
import { tellFailingConnectionJob } from '@/server/ticketing/tell-failing-connection';
import { sendAccountMailJob } from './send-account-mail';

/** A payload that no attempt will ever make right. */
export class InvalidPayloadError extends Error {
  override readonly name = 'InvalidPayloadError';
}

/** A job with its handler, the payload's type kept between the two and hidden from the rest. */
export type RegisteredJob = {
  readonly name: string;
  readonly definition: QueueRules;
  /** Checks the payload, then runs the handler; throws `InvalidPayloadError` when the payload is not this job's. */
  run(payload: unknown, context: JobContext): Promise<void>;
};

/** A job cannot be listed without a handler of its payload; the handler's code is loaded when the job first runs. */
export function register<Payload extends object>(
  definition: JobDefinition<Payload>,
  load: () => Promise<{ readonly handle: JobHandler<Payload> }>,
): RegisteredJob {
  return {
    name: definition.name,
    definition,
    async run(payload, context) {
      const checked = definition.schema.safeParse(payload);
      if (!checked.success) throw new InvalidPayloadError(`The payload is not one of ${definition.name}.`);
      const { handle } = await load();
      await handle(checked.data, context);
    },
  };
}

/** Every job of the service: the worker runs these and no other. */
export const jobs: readonly RegisteredJob[] = [
  register(sendAccountMailJob, () => import('./send-account-mail.handler')),
  register(synchronizeConnectionJob, () => import('@/server/ticketing/synchronize-connection.handler')),
  register(tellFailingConnectionJob, () => import('@/server/ticketing/tell-failing-connection.handler')),
  register(startDueSynchronizationsJob, () => import('@/server/ticketing/start-due-synchronizations.handler')),
  register(runSubmissionJob, () => import('@/server/submissions/run-submission.handler')),
  register(purgeExpiredJob, () => import('@/server/retention/purge-expired.handler')),
  register(readImportJob, () => import('@/server/imports/read-import.handler')),
  register(storeImportJob, () => import('@/server/imports/store-import.handler')),
  register(planAutomationJob, () => import('@/server/automation/plan-automation.handler')),
  register(sendRemindersJob, () => import('@/server/automation/send-reminders.handler')),
  register(announceTransmissionJob, () => import('@/server/automation/announce-transmission.handler')),
  register(tellNotTransmittedJob, () => import('@/server/automation/tell-not-transmitted.handler')),
  register(transmitAutomaticallyJob, () => import('@/server/automation/transmit-automatically.handler')),
  register(resumeSubmissionsJob, () => import('@/server/submissions/resume-submissions.handler')),
];
