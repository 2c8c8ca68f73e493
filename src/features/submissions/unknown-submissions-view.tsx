'use client';
import { useRef } from 'react';
import { focusAfter } from '@/components/feedback/focus-after';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatCounted, formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import type { UnknownSubmission } from '@/server/administration/list-unknown.schema';
import { type Resolution, ResolveForm } from './resolve-form';
import styles from './submissions.module.css';

export type UnknownSubmissionsViewProps = {
  readonly rows: readonly UnknownSubmission[];
  readonly total: number;
  readonly onResolve: (submission: UnknownSubmission, resolution: Resolution) => Promise<ScreenErrorCode | null>;
};

/** «Envois à vérifier», for admins: what nobody has checked with the organism yet, over all structures. */
export function UnknownSubmissionsView({ rows, total, onResolve }: UnknownSubmissionsViewProps) {
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <div className={`fr-container fr-my-4w ${styles.page}`}>
      <h1 ref={title} tabIndex={-1}>
        Envois à vérifier
      </h1>
      <p role="status">
        {total === 0
          ? 'Aucun envoi n’attend de vérification.'
          : `${formatCounted(total, 'envoi')} dont personne ne sait s’il a été reçu, le plus ancien d’abord. Rien ne repart avant une réponse\u00a0; votre nom sera gardé avec elle.`}
      </p>
      {rows.map((submission) => (
        <Unknown
          key={submission.id}
          submission={submission}
          onResolve={(resolution) => focusAfter(onResolve(submission, resolution), () => title.current)}
        />
      ))}
      {total > rows.length && <p>Et {formatCounted(total - rows.length, 'autre')}, quand ceux-ci seront réglés.</p>}
    </div>
  );
}

type UnknownProps = {
  readonly submission: UnknownSubmission;
  readonly onResolve: (resolution: Resolution) => Promise<ScreenErrorCode | null>;
};

function Unknown({ submission, onResolve }: UnknownProps) {
  const { id, seriesName, organizationName, organism, number, createdAt, author, steps } = submission;
  const several = steps.filter(({ recipient }) => recipient !== null);
  return (
    <section aria-labelledby={`unknown-${id}`}>
      <h2 id={`unknown-${id}`} className="fr-h5 fr-mb-1v app-break">
        {seriesName}, {organismLabels[organism]}
      </h2>
      <p className="fr-mb-1w app-break">
        {organizationName}. Envoi n°&nbsp;{number} du {formatDateTime(new Date(createdAt))}, par {author.name} (
        {author.email})&nbsp;: c’est à cette personne que parlent les vérifications.
      </p>
      {several.length === 0 ? (
        <ResolveForm submission={submission} onResolve={onResolve} />
      ) : (
        several.map((step) => (
          <ResolveForm
            key={step.id}
            submission={{ ...submission, recipient: step.recipient ?? submission.recipient, steps: [step] }}
            stepId={step.id}
            onResolve={onResolve}
          />
        ))
      )}
    </section>
  );
}
