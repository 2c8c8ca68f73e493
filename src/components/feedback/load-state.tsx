import type { ScreenErrorCode } from '@/i18n/errors';
import { LazyErrorMessage } from './lazy-error-message';

/** In place of a content that is not there yet: that it is coming, or why it is not and what to do. */
export function LoadState({
  error,
  onRetry,
  links,
}: {
  readonly error: { readonly code: ScreenErrorCode } | null;
  readonly onRetry: () => void;
  readonly links?: Partial<Readonly<Record<'sign-in' | 'dashboard' | 'connections', string>>>;
}) {
  return (
    <div className="fr-container fr-my-6w">
      {error ? (
        <LazyErrorMessage code={error.code} onRetry={onRetry} links={links} />
      ) : (
        <p role="status" className="fr-text--lead">
          Chargement…
        </p>
      )}
    </div>
  );
}
