import 'server-only';
import { createElement } from 'react';
import { listEffectivePerformances } from '@/domain/declaration/effective';
import { renderMail } from '@/emails/render-mail';
import { SacemDeclaration, toSacemDeclarationSubject } from '@/emails/sacem-declaration';
import { documentTypeLabels } from '@/i18n/labels';
import { type Mailer } from '@/server/mailer/mail';
import { type Deliver, type FrozenSubmission } from './step-outcome';
import { toMailOutcome } from './to-mail-outcome';

/** Mails the frozen statement to SACEM's agency; its answers go to the declarant. */
export function deliverSacem(mailer: Mailer, mailDomain: string): Deliver {
  return async (submission, { stepKey, beforeBytes }) => {
    const props = toProps(submission);
    const outcome = await mailer.send(
      {
        to: submission.recipient,
        replyTo: submission.author.email,
        subject: toSacemDeclarationSubject(props),
        ...(await renderMail(createElement(SacemDeclaration, props))),
        attachments: [submission.document, ...submission.documents.files],
        messageId: `<${submission.id}.${stepKey}@${mailDomain}>`,
      },
      { beforeData: beforeBytes },
    );
    return toMailOutcome(outcome);
  };
}

function toProps({ declaration, author, number, documents, performancesOfShow, changes }: FrozenSubmission) {
  const { organization, series, corrects } = declaration;
  const performances = listEffectivePerformances(declaration);
  const [first] = performances;
  const last = performances.at(-1);
  if (!first || !last) throw new Error('a frozen declaration has performances');
  return {
    seriesName: series.name,
    organizationName: organization.name,
    siren: organization.siren,
    sacemId: organization.sacemId ?? '',
    declarantName: author.name,
    declarantEmail: author.email,
    firstStartAt: new Date(first.startAt),
    lastStartAt: new Date(last.startAt),
    performances: performances.length,
    submissionNumber: number,
    documents: documents.files.map(({ type, filename }) => ({ type: documentTypeLabels[type], name: filename })),
    mailCount: documents.mailCount,
    ...(performancesOfShow !== null && { performancesOfShow }),
    correction: corrects ? { ...corrects, submittedAt: new Date(corrects.submittedAt), changes } : null,
  };
}
