import { contactEmail } from '@/components/layout/service';

export type ErrorPageProps = {
  readonly title: string;
  readonly explanation: string;
  /** Ways out; the first one is the main one. */
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly onRetry?: () => void;
  /** Number that support can look up in the journal. */
  readonly reference?: string;
};

/** A page that could not be shown: what happened, whether anything is lost, where to go, who can help. */
export function ErrorPage({ title, explanation, links, onRetry, reference }: ErrorPageProps) {
  return (
    <div className="fr-container fr-my-7w app-narrow">
      <h1>{title}</h1>
      <p className="fr-text--lead">{explanation}</p>
      {reference && <p className="fr-text--sm">Référence à nous donner&nbsp;: {reference}</p>}
      <ul className="fr-btns-group fr-btns-group--inline-md">
        {onRetry && (
          <li>
            <button type="button" className="fr-btn" onClick={onRetry}>
              Réessayer
            </button>
          </li>
        )}
        {links.map(({ text, href }, index) => (
          <li key={href}>
            <a className={index === 0 && !onRetry ? 'fr-btn' : 'fr-btn fr-btn--secondary'} href={href}>
              {text}
            </a>
          </li>
        ))}
        <li>
          <a className="fr-btn fr-btn--tertiary" href={`mailto:${contactEmail}`}>
            Nous écrire
          </a>
        </li>
      </ul>
    </div>
  );
}
