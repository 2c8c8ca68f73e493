import { ErrorPage } from '@/components/feedback/error-page';
import { routes } from '@/features/routes';

/** A show or a submission that is not there, or not theirs: the two answers are the same. */
export default function OrganizationNotFound() {
  return (
    <ErrorPage
      title="Cette page n’existe pas"
      explanation="Le spectacle ou l’envoi que vous cherchez n’est pas dans cette structure."
      links={[{ text: 'Revenir à mes spectacles', href: routes.dashboard }]}
    />
  );
}
