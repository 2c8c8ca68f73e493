import 'server-only';
import { createElement } from 'react';
import { DeclarationDocuments, toDeclarationDocumentsSubject } from '@/emails/declaration-documents';
import { renderMail } from '@/emails/render-mail';
import { documentTypeLabels } from '@/i18n/labels';
import { type Mailer } from '@/server/mailer/mail';
import { type Deliver, type FrozenSubmission } from './step-outcome';
import { toMailOutcome } from './to-mail-outcome';

/** Mails one lot of the frozen documents to the agency; its answers go to the declarant. */
export function deliverDocuments(mailer: Mailer, mailDomain: string): Deliver {
  return async (submission, { stepKey, beforeBytes }) => {
    const { recipient, files } = submission.documents;
    if (recipient === null) throw new Error(`submission ${submission.id} has documents and nobody to send them to`);
    const props = toProps(submission);
    const outcome = await mailer.send(
      {
        to: recipient,
        replyTo: submission.author.email,
        subject: toDeclarationDocumentsSubject(props),
        ...(await renderMail(createElement(DeclarationDocuments, props))),
        attachments: files,
        messageId: `<${submission.id}.${stepKey}@${mailDomain}>`,
      },
      { beforeData: beforeBytes },
    );
    return toMailOutcome(outcome);
  };
}

function toProps({ organism, declaration, author, answers, documents, createdAt }: FrozenSubmission) {
  const { organization, series } = declaration;
  return {
    organism,
    seriesName: series.name,
    organizationName: organization.name,
    siren: organization.siren,
    memberId: (organism === 'SACEM' ? organization.sacemId : organization.sacdId) ?? '',
    declarantName: author.name,
    declarantEmail: author.email,
    declaredAt: createdAt,
    numbers: answers.flatMap(({ number }) => number ?? []),
    documents: documents.files.map(({ type, filename }) => ({ type: documentTypeLabels[type], name: filename })),
    mailNumber: documents.mailNumber,
    mailCount: documents.mailCount,
  };
}
