'use client';
import { useEffect, useRef, useState } from 'react';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenError } from '@/features/screen-error';
import { formatDateTime } from '@/i18n/format';
import type { ApiKeyView } from '@/server/api-keys/api-key.schema';

export type KeyCardProps = {
  readonly apiKey: ApiKeyView;
  readonly isRevoking: boolean;
  readonly error: ScreenError | null;
  readonly onRevoke: () => void;
};

/** One key in use: whose, what it may do, when it was last seen, and the way to end it. */
export function KeyCard({ apiKey, isRevoking, error, onRevoke }: KeyCardProps) {
  const { id, editor, hint, scopes, createdBy, createdAt, lastUsedAt } = apiKey;
  const [isAsking, setIsAsking] = useState(false);
  const facts = [
    { name: 'Clé', value: `se termine par ${hint}` },
    { name: 'Droits', value: scopes.includes('figures:read') ? 'envoyer et relire' : 'envoyer' },
    { name: 'Créée', value: `${formatDateTime(new Date(createdAt))}, par ${createdBy}` },
    { name: 'Dernière utilisation', value: lastUsedAt ? formatDateTime(new Date(lastUsedAt)) : 'jamais' },
  ];
  return (
    <article className="app-panel fr-mb-3w" aria-labelledby={`cle-${id}`}>
      <h3 id={`cle-${id}`} className="fr-h6 app-break">
        {editor}
        <span className="fr-sr-only">, clé qui se termine par {hint}</span>
      </h3>
      <dl className="app-facts">
        {facts.map(({ name, value }) => (
          <div key={name} className="app-facts__item">
            <dt>{name}</dt>
            <dd className="app-break">{value}</dd>
          </div>
        ))}
      </dl>
      {error && !isRevoking ? (
        <div className="fr-mt-2w">
          <LazyErrorMessage code={error.code} onRetry={onRevoke} takesFocus />
        </div>
      ) : isAsking ? (
        <ConfirmRevocation
          apiKey={apiKey}
          isPending={isRevoking}
          onConfirm={onRevoke}
          onCancel={() => setIsAsking(false)}
        />
      ) : (
        <button type="button" className="fr-btn fr-btn--secondary fr-mt-2w" onClick={() => setIsAsking(true)}>
          Révoquer<span className="fr-sr-only"> la clé qui se termine par {hint}</span>
        </button>
      )}
    </article>
  );
}

function ConfirmRevocation({
  apiKey,
  isPending,
  onConfirm,
  onCancel,
}: {
  readonly apiKey: ApiKeyView;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const titleId = `revoquer-${apiKey.id}`;
  return (
    <section className="app-panel app-panel--warning fr-mt-2w" aria-labelledby={titleId}>
      <h4 id={titleId} ref={title} tabIndex={-1} className="fr-h6">
        Révoquer la clé qui se termine par {apiKey.hint}&nbsp;?
      </h4>
      <p>
        Ce que {apiKey.editor} enverra avec cette clé sera refusé tout de suite, et pour toujours. Vos spectacles, vos
        recettes et vos déclarations sont conservés.
      </p>
      <div className="app-actions">
        <button type="button" className="fr-btn" aria-disabled={isPending} onClick={isPending ? undefined : onConfirm}>
          <span aria-live="polite">{isPending ? 'Révocation…' : 'Oui, révoquer'}</span>
        </button>
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onCancel}>
          Garder la clé
        </button>
      </div>
    </section>
  );
}
