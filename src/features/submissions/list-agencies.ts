import type { SubmissionView } from '@/server/submissions/get-submission.schema';

type Step = SubmissionView['steps'][number];

/** The sendings of a declaration told to several agencies, one each, mails of documents apart; empty for one recipient. */
export function listAgencies({ steps }: Pick<SubmissionView, 'steps'>): (Step & { readonly recipient: string })[] {
  return steps.flatMap((step) =>
    step.kind === 'sacem-mail' && step.recipient !== null ? [{ ...step, recipient: step.recipient }] : [],
  );
}
