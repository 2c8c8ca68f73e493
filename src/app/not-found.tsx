import type { Metadata } from 'next';
import { routes } from '@/features/routes';
import { ErrorPage } from '@/components/feedback/error-page';
import { PublicShell } from './public-shell';

export const metadata: Metadata = { title: 'Page introuvable' };

export default function NotFound() {
  return (
    <PublicShell>
      <ErrorPage
        title="Cette page n’existe pas"
        explanation="Son adresse est peut-être incomplète, ou elle appartient à une structure dont vous n’êtes pas membre."
        links={[
          { text: 'Revenir à mes spectacles', href: routes.dashboard },
          { text: 'Aller à l’accueil', href: routes.home },
        ]}
      />
    </PublicShell>
  );
}
