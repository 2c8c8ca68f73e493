'use client';
import { type RefObject, useRef } from 'react';
import { focusAfter } from '@/components/feedback/focus-after';
import { formatCounted, formatDateTime } from '@/i18n/format';
import type { QuarterView } from '@/server/sibil/quarter.schema';
import { AnswerForm, type OrganismAnswer } from '@/features/answer-form';
import type { ScreenErrorCode } from '@/i18n/errors';
import { countMissing, toQuarterStep } from './describe-quarter';
import { UploadSteps } from './upload-steps';

export type QuarterStatusProps = {
  readonly quarter: QuarterView;
  readonly fileHref: string;
  readonly isBusy: boolean;
  readonly onDownload: () => void;
  readonly onDeclared: () => void;
  readonly onAnswer: (answer: OrganismAnswer) => Promise<ScreenErrorCode | null>;
};

/** Where the declaration of the quarter stands, and the next thing to do. */
export function QuarterStatus(props: QuarterStatusProps) {
  const { quarter, onAnswer } = props;
  const { state, submission, file } = quarter;
  const step = toQuarterStep(quarter);
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="transmission" className="fr-mb-5w">
      <h2 id="transmission" className="fr-h4">
        Transmettre à SIBIL
      </h2>
      {submission && <LastSubmission state={state} submission={submission} title={title} />}
      {step === 'wait' && <p>Ce trimestre n’est pas terminé. Vous pourrez le transmettre dès le trimestre suivant.</p>}
      {step === 'complete' && <Missing quarter={quarter} />}
      {step === 'upload-again' && (
        <div className="fr-alert fr-alert--warning fr-mb-3w">
          <h3 className="fr-alert__title">Les chiffres ont changé depuis</h3>
          <p>Un nouveau dépôt met à jour les représentations. Si SIBIL le refuse, écrivez au ministère.</p>
        </div>
      )}
      {(step === 'upload' || step === 'upload-again') && file && <UploadSteps {...props} file={file} />}
      {state === 'sent' && (
        <AnswerForm
          organism="SIBIL"
          asksNumber={false}
          onAnswer={(answer) => focusAfter(onAnswer(answer), () => title.current)}
        />
      )}
    </section>
  );
}

function Missing({ quarter }: { readonly quarter: QuarterView }) {
  const { venues, shows } = countMissing(quarter);
  if (quarter.totals.performances === 0) return <p>Aucune représentation n’est à déclarer pour ce trimestre.</p>;
  const parts = [
    ...(venues > 0 ? [`le type de ${formatCounted(venues, 'lieu', 'lieux')}`] : []),
    ...(shows > 0 ? [`des informations pour ${formatCounted(shows, 'spectacle')}`] : []),
  ];
  return <p>Le fichier sera prêt quand tout sera complété. Il manque {parts.join(' et ')}.</p>;
}

type LastProps = {
  readonly state: QuarterView['state'];
  readonly submission: NonNullable<QuarterView['submission']>;
  /** Takes the focus once an answer is said. */
  readonly title: RefObject<HTMLHeadingElement | null>;
};

const titles = {
  sent: ['success', 'Déposée dans SIBIL'],
  accepted: ['success', 'Acceptée par SIBIL'],
  refused: ['error', 'Refusée par SIBIL'],
} as const;

function LastSubmission({ state, submission, title }: LastProps) {
  const { authorName, createdAt, message, document } = submission;
  const [severity, outcome] = state === 'refused' || state === 'accepted' ? titles[state] : titles.sent;
  return (
    <div role="status" className={`fr-alert fr-alert--${severity} fr-mb-3w`}>
      <h3 ref={title} tabIndex={-1} className="fr-alert__title">
        {outcome}
      </h3>
      {message && <p className="app-break">«&nbsp;{message}&nbsp;»</p>}
      <p>
        Dépôt indiqué par {authorName}, {formatDateTime(new Date(createdAt))}.
        {state === 'refused' && ' Corrigez ce qui est demandé, puis déposez le nouveau fichier.'}
      </p>
      {document && (
        <p>
          <a className="fr-link" href={document.href} download={document.filename}>
            Le fichier déposé, tel quel
          </a>
        </p>
      )}
    </div>
  );
}
