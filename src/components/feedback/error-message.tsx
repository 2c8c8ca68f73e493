'use client';
import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { useEffect, useRef } from 'react';
import { contactEmail } from '@/components/layout/service';
import { errorTexts, wayOutLabels, type ErrorText, type ScreenErrorCode, type WayOut } from '@/i18n/errors';

export type ErrorMessageProps = {
  readonly code: ScreenErrorCode;
  /** More precise words, where the screen knows them (the name of the ticketing system). */
  readonly text?: ErrorText;
  /** Where the ways out lead on this screen. A way out without a target is not shown. */
  readonly onRetry?: () => void;
  readonly links?: Partial<Readonly<Record<'sign-in' | 'dashboard' | 'connections', string>>>;
  /** Moves the focus to the message when it appears, after an action of the person. */
  readonly takesFocus?: boolean;
};

/** What happened, whether anything was sent, what to do, and the button that does it. */
export function ErrorMessage({ code, text, onRetry, links = {}, takesFocus = false }: ErrorMessageProps) {
  const { title, explanation, wayOut } = text ?? errorTexts[code];
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) root.current?.focus();
  }, [takesFocus, code]);
  return (
    <div ref={root} tabIndex={-1} role="alert" className="app-message">
      <Alert
        severity="error"
        title={title}
        as="h2"
        description={
          <>
            <p>{explanation}</p>
            {wayOut && <WayOutAction wayOut={wayOut} onRetry={onRetry} links={links} />}
          </>
        }
      />
    </div>
  );
}

function WayOutAction({
  wayOut,
  onRetry,
  links = {},
}: Pick<ErrorMessageProps, 'onRetry' | 'links'> & { readonly wayOut: WayOut }) {
  const label = wayOutLabels[wayOut];
  if (wayOut === 'contact') {
    return (
      <a className="fr-link" href={`mailto:${contactEmail}`}>
        {label}
      </a>
    );
  }
  // Without a session, loading the page again leads to the sign-in page and back.
  const isReload = wayOut === 'reload' || (wayOut === 'sign-in' && !links['sign-in']);
  if (wayOut === 'retry' || isReload) {
    const act = isReload ? () => window.location.reload() : onRetry;
    if (!act) return null;
    return (
      <button type="button" className="fr-btn fr-btn--secondary fr-btn--sm" onClick={act}>
        {label}
      </button>
    );
  }
  const href = links[wayOut];
  return href ? (
    <a className="fr-link" href={href}>
      {label}
    </a>
  ) : null;
}
