import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { errorTexts } from '@/i18n/errors';
import { formatDateTime } from '@/i18n/format';
import { isSelfSent, type Organism } from '@/domain/organism';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { DeclarationView } from '@/server/declarations/get-declaration.schema';
import { isScreenErrorCode } from './is-screen-error-code';

export type LastAnswerProps = {
  readonly declarations: readonly DeclarationView[];
  readonly locked: boolean;
  readonly submissionHref: (submissionId: string) => string;
};

/** Above the form: why it is closed, or what the organism answered and that it is open again. */
export function LastAnswer({ declarations, locked, submissionHref }: LastAnswerProps) {
  return (
    <>
      {declarations.map((declaration) => (
        <Answer key={declaration.organism} declaration={declaration} submissionHref={submissionHref} />
      ))}
      {locked && declarations.every((declaration) => !declaration.locked) && (
        <LazyErrorMessage code="declaration-locked" />
      )}
    </>
  );
}

type AnswerProps = { readonly declaration: DeclarationView } & Pick<LastAnswerProps, 'submissionHref'>;

function Answer({ declaration: { organism, state, submission, changed, correctedBy }, submissionHref }: AnswerProps) {
  // The panel of the correction says it all.
  if (!submission || state === 'draft' || correctedBy !== null) return null;
  const date = formatDateTime(new Date(submission.createdAt));
  const { severity, title, explanation } = describeAnswer(state, organism, date);
  const reason = isScreenErrorCode(submission.errorCode) ? errorTexts[submission.errorCode] : null;
  return (
    <div className={`fr-alert fr-alert--${severity} fr-mb-3w`}>
      <h2 className="fr-alert__title">{title}</h2>
      {submission.message && (
        <blockquote className="fr-my-1w">
          <p>«&nbsp;{submission.message}&nbsp;»</p>
        </blockquote>
      )}
      {!submission.message && reason && severity !== 'info' && <p>{reason.title}.</p>}
      <p>{explanation}</p>
      {changed && <p>{changedSentence}</p>}
      <a className="fr-link" href={submissionHref(submission.id)}>
        Voir l’envoi {organismPhrases[organism].to}
      </a>
    </div>
  );
}

const changedSentence =
  'Les chiffres ont changé depuis l’envoi\u00a0: sa page montre lesquels, et permet de le corriger ou de le garder tel quel.';

type Description = {
  readonly severity: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly explanation: string;
};

function describeAnswer(state: DeclarationView['state'], organism: Organism, date: string): Description {
  const { start, the, to } = organismPhrases[organism];
  const closed = 'Les chiffres déclarés ne changent plus ici. Si l’un d’eux est faux, l’envoi permet de le corriger.';
  const open = isSelfSent(organism)
    ? 'Le formulaire est ouvert de nouveau\u00a0: corrigez, puis déclarez de nouveau sur son site.'
    : 'Le formulaire est ouvert de nouveau\u00a0: corrigez, puis renvoyez. Rien ne part deux fois.';
  if (state === 'accepted')
    return { severity: 'success', title: `${start} a accepté la déclaration du ${date}`, explanation: closed };
  if (state === 'sent')
    return {
      severity: 'success',
      title: `Déclaration ${isSelfSent(organism) ? 'faite' : 'envoyée'} ${to} le ${date}`,
      explanation: closed,
    };
  if (state === 'sending')
    return {
      severity: 'info',
      title: `Envoi ${to} en cours`,
      explanation: 'Le formulaire s’ouvrira de nouveau si l’envoi n’aboutit pas.',
    };
  if (state === 'unknown')
    return {
      severity: 'warning',
      title: `Nous ne savons pas si ${the} a reçu la déclaration`,
      explanation: 'Le formulaire reste fermé tant que personne n’a vérifié\u00a0: l’envoi dit quoi regarder.',
    };
  if (state === 'refused')
    return { severity: 'error', title: `${start} a refusé la déclaration du ${date}`, explanation: open };
  return { severity: 'error', title: `L’envoi du ${date} ${to} n’est pas parti`, explanation: open };
}
