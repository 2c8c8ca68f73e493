'use client';
import { lazy, Suspense } from 'react';
import type { ErrorMessageProps } from './error-message';

/**
 * Fetches the sentences once the page is alive: they would weigh on its first load, and may not be reachable any more when
 * the network is what failed.
 */
export async function loadErrorMessage() {
  try {
    const { ErrorMessage } = await import('./error-message');
    return { default: ErrorMessage };
  } catch {
    return { default: PlainMessage };
  }
}

const ErrorMessage = lazy(loadErrorMessage);

/** `ErrorMessage`, out of the first load. */
export function LazyErrorMessage(props: ErrorMessageProps) {
  return (
    <Suspense fallback={null}>
      <ErrorMessage {...props} />
    </Suspense>
  );
}

function PlainMessage({ onRetry }: ErrorMessageProps) {
  return (
    <div role="alert" className="fr-alert fr-alert--error">
      <h2 className="fr-alert__title">Le service ne répond pas</h2>
      <p>Vérifiez votre connexion à internet, puis réessayez. Ce que vous avez saisi reste à l’écran.</p>
      {onRetry && (
        <button type="button" className="fr-btn fr-btn--secondary fr-btn--sm" onClick={onRetry}>
          Réessayer
        </button>
      )}
    </div>
  );
}
