'use client';
import './styles/dsfr.css';
import './styles/app.css';
import { ErrorPage } from '@/components/feedback/error-page';

/** Last resort: the frame itself failed, so nothing of it is used. */
export default function GlobalError({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <html lang="fr">
      <head>
        <title>Cette page n’a pas pu s’afficher – Assistant déclaration</title>
      </head>
      <body>
        <main>
          <ErrorPage
            title="Cette page n’a pas pu s’afficher"
            explanation="Le problème vient de notre côté, et nous en sommes avertis. Ce qui était enregistré l’est toujours, et rien n’a été envoyé."
            links={[{ text: 'Aller à l’accueil', href: '/' }]}
            onRetry={reset}
            reference={error.digest}
          />
        </main>
      </body>
    </html>
  );
}
