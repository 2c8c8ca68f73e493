import 'server-only';
import { createElement } from 'react';
import { type ErrorCode } from '@/domain/errors';
import { renderMail } from '@/emails/render-mail';
import { SubmissionProblem, type SubmissionProblemKind, toSubmissionProblemSubject } from '@/emails/submission-problem';
import { SubmissionReceipt, toSubmissionReceiptSubject } from '@/emails/submission-receipt';
import { formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import { type Mailer } from '@/server/mailer/mail';
import { toSha256 } from './canonical-json';
import { type Deliver, type FrozenSubmission } from './step-outcome';
import { toMailOutcome } from './to-mail-outcome';

export type ReceiptOptions = {
  readonly mailer: Mailer;
  readonly mailDomain: string;
  /** Public address of the service, without a trailing slash. */
  readonly baseUrl: string;
};

/** Tells the declarant how the sending ended: a receipt with the document as sent, or what happened and what to do. */
export function deliverReceipt({ mailer, mailDomain, baseUrl }: ReceiptOptions): Deliver {
  return async (submission, { stepKey, beforeBytes }) => {
    const { subject, element } = toMail(submission, baseUrl);
    const outcome = await mailer.send(
      {
        to: submission.author.email,
        subject,
        ...(await renderMail(element)),
        attachments: submission.statements,
        messageId: `<${submission.id}.${stepKey}@${mailDomain}>`,
      },
      { beforeData: beforeBytes },
    );
    return toMailOutcome(outcome);
  };
}

function toMail(submission: FrozenSubmission, baseUrl: string) {
  const kind = toProblemKind(submission.state);
  if (kind) {
    const props = toProblemProps(submission, kind, baseUrl);
    return { subject: toSubmissionProblemSubject(props), element: createElement(SubmissionProblem, props) };
  }
  const props = toReceiptProps(submission, baseUrl);
  return { subject: toSubmissionReceiptSubject(props), element: createElement(SubmissionReceipt, props) };
}

function toProblemKind(state: FrozenSubmission['state']): SubmissionProblemKind | null {
  return state === 'refused' || state === 'failed' || state === 'unknown' ? state : null;
}

function toReceiptProps(submission: FrozenSubmission, baseUrl: string) {
  const { declaration, statements } = submission;
  const { corrects } = declaration;
  return {
    organism: submission.organism,
    seriesName: declaration.series.name,
    organizationName: declaration.organization.name,
    authorName: submission.author.name,
    recipient: submission.recipient,
    correction: corrects ? { ...corrects, submittedAt: new Date(corrects.submittedAt) } : null,
    sentAt: submission.createdAt,
    isAccepted: submission.state === 'accepted',
    numbers: submission.answers.flatMap(({ number }) => number ?? []),
    documentName: statements.map(({ filename }) => filename).join(', '),
    documentSha256: statements.map(({ bytes }) => toSha256(bytes)).join(', '),
    documents: toDocuments(submission),
    href: toSubmissionHref(submission, baseUrl),
  };
}

function toDocuments({ declaration, documents }: FrozenSubmission) {
  const { recipient, areSent } = documents;
  return recipient === null ? null : { recipient, areSent, names: declaration.documents.map(({ name }) => name) };
}

function toProblemProps(submission: FrozenSubmission, kind: SubmissionProblemKind, baseUrl: string) {
  const { declaration, organizationId } = submission;
  return {
    kind,
    organism: submission.organism,
    seriesName: declaration.series.name,
    recipient: listRecipients(submission, 'others') ?? submission.recipient,
    received: listRecipients(submission, 'received'),
    sentAt: submission.createdAt,
    reason: describeReason(submission),
    answers: listAnswers(submission),
    href:
      kind === 'refused'
        ? `${baseUrl}/structures/${organizationId}/spectacles/${declaration.series.id}`
        : toSubmissionHref(submission, baseUrl),
  };
}

/** Of several agencies, those that have their statement or the others; null when there is none, or one recipient only. */
function listRecipients({ agencies }: FrozenSubmission, which: 'received' | 'others'): string | null {
  const wanted = agencies.filter(({ state }) => (state === 'succeeded') === (which === 'received'));
  return wanted.map(({ recipient }) => recipient).join(', ') || null;
}

function toSubmissionHref({ id, organizationId }: FrozenSubmission, baseUrl: string): string {
  return `${baseUrl}/structures/${organizationId}/envois/${id}`;
}

function describeReason(submission: FrozenSubmission): string {
  const { errorCode, organism } = submission;
  const label = organismLabels[organism];
  const recipient = listRecipients(submission, 'others') ?? submission.recipient;
  const reasons: Partial<Record<ErrorCode, string>> = {
    'sacd-unknown-declarant': `La ${label} ne reconnaît pas l’identifiant de votre structure, ou n’y a pas encore ouvert la télétransmission. Vérifiez l’identifiant, ou demandez-lui de l’ouvrir.`,
    'sacd-refused': `La ${label} a refusé au moins une représentation.`,
    'sacd-unavailable': `Le service de la ${label} n’a pas répondu, malgré plusieurs essais.`,
    'sacd-unexpected-answer': `Le service de la ${label} a répondu par une erreur, malgré plusieurs essais.`,
    'mail-not-sent': 'Nos serveurs de courriel n’ont pas pu envoyer la déclaration, malgré plusieurs essais.',
    'mail-refused': `Le serveur de courriel de la ${label} a refusé l’adresse ${recipient}.`,
  };
  const found = Object.entries(reasons).find(([code]) => code === errorCode);
  return found?.[1] ?? `L’échange avec la ${label} s’est interrompu avant sa réponse.`;
}

/** What the organism said, each sentence with the performance it is about. */
function listAnswers({ declaration, answers, message }: FrozenSubmission): string[] {
  const starts = new Map(declaration.performances.map(({ id, startAt }) => [id, new Date(startAt)]));
  const lines = answers
    .filter((answer) => answer.status === 'refused')
    .map((answer) => {
      const startAt = starts.get(answer.performanceId ?? '');
      const words = [answer.field, answer.message].filter((part) => part !== null).join(', ') || 'refusée';
      return startAt ? `${formatDateTime(startAt)}\u00a0: ${words}` : words;
    });
  return lines.length > 0 ? [...new Set(lines)] : (message?.split('\n') ?? []);
}
