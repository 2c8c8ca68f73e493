'use client';
import { ErrorPage } from '@/components/feedback/error-page';
import { routes } from '@/features/routes';

export type PageErrorProps = {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
};

/** What a page says when it could not be rendered, inside the frame that still works. */
export function PageError({ error, reset }: PageErrorProps) {
  return (
    <ErrorPage
      title="Cette page n’a pas pu s’afficher"
      explanation="Le problème vient de notre côté, et nous en sommes avertis. Ce qui était enregistré l’est toujours, et rien n’a été envoyé."
      links={[{ text: 'Revenir à mes spectacles', href: routes.dashboard }]}
      onRetry={reset}
      reference={error.digest}
    />
  );
}
