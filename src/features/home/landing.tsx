import { connectableSystems, isConnectableSystem } from '@/connectors/descriptors';
import { ticketingSystems } from '@/domain/ticketing/model';
import type { TicketingSystem } from '@/domain/ticketing/model';
import { routes } from '@/features/routes';
import { ticketingSystemLabels } from '@/i18n/ticketing-systems';

const steps = [
  {
    title: 'Connectez votre billetterie',
    text: 'Vous collez une clé, nous vérifions qu’elle fonctionne. Vos spectacles, vos représentations et vos recettes arrivent seuls, puis chaque nuit.',
  },
  {
    title: 'Vérifiez et complétez',
    text: 'Un seul formulaire par spectacle, déjà rempli. Ce qui manque est écrit en toutes lettres, et chaque chiffre dit d’où il vient.',
  },
  {
    title: 'Transmettez',
    text: 'Vous voyez le document qui va partir avant de l’envoyer à la SACEM et à la SACD. Vous gardez un récépissé et la preuve de l’envoi.',
  },
] as const;

const questions = [
  {
    question: 'Combien coûte le service\u00a0?',
    answer: 'Rien. C’est un service public gratuit, pour toutes les structures qui organisent du spectacle vivant.',
  },
  {
    question: 'Quelles billetteries puis-je connecter\u00a0?',
    answer: `${describeSystems()} Le service ne fait que lire votre billetterie, il n’y écrit rien.`,
  },
  {
    question: 'À quels organismes puis-je déclarer\u00a0?',
    answer:
      'À la SACEM, pour la musique, et à la SACD, pour les textes, les mises en scène et les chorégraphies\u00a0: le service transmet. Pour les taxes du CNM et de l’ASTP et pour SIBIL, qui n’ouvrent pas leur site aux logiciels, tout est calculé et prêt à recopier ou à déposer. Vous choisissez pour chaque spectacle, et des questions vous y aident.',
  },
  {
    question: 'Une déclaration peut-elle partir sans moi\u00a0?',
    answer:
      'Seulement si vous l’avez permis pour ce spectacle\u00a0: vous êtes alors prévenu la veille et l’arrêtez d’un clic. Sinon, rien n’est envoyé sans que vous ayez vu le document et appuyé sur le bouton. Et rien n’est jamais envoyé deux fois.',
  },
  {
    question: 'Qui voit mes chiffres\u00a0?',
    answer:
      'Les membres de votre structure, et les organismes à qui vous déclarez, pour ce que vous leur déclarez. La clé de votre billetterie est chiffrée et n’est plus jamais affichée.',
  },
] as const;

/** What can be connected today, and what follows. */
function describeSystems(): string {
  const later = ticketingSystems.filter((system) => !isConnectableSystem(system));
  const today = `${toList(connectableSystems)} dès aujourd’hui.`;
  return later.length === 0 ? today : `${today} Bientôt\u00a0: ${toList(later)}.`;
}

function toList(systems: readonly TicketingSystem[]): string {
  return new Intl.ListFormat('fr').format(systems.map((system) => ticketingSystemLabels[system]));
}

/** The first page: what the service does, in how many steps, and the two ways in. */
export function Landing() {
  return (
    <>
      <section className="app-hero">
        <div className="fr-container fr-py-7w">
          <h1 className="app-hero__title">Déclarez vos spectacles sans recopier un seul chiffre</h1>
          <p className="fr-text--lead app-hero__lead">
            Assistant déclaration lit votre billetterie et prépare vos déclarations à la SACEM, à la SACD, au CNM, à
            l’ASTP et à SIBIL. Vous vérifiez, vous transmettez, c’est fait.
          </p>
          <ul className="fr-btns-group fr-btns-group--inline-md fr-mb-0">
            <li>
              <a className="fr-btn fr-btn--lg" href={routes.signUp}>
                Créer un compte
              </a>
            </li>
            <li>
              <a className="fr-btn fr-btn--lg fr-btn--secondary" href={routes.signIn}>
                Se connecter
              </a>
            </li>
          </ul>
        </div>
      </section>
      <section className="fr-container fr-py-7w" aria-labelledby="etapes">
        <h2 id="etapes">Comment ça marche</h2>
        <ol className="fr-raw-list app-steps">
          {steps.map(({ title, text }, index) => (
            <li key={title} className="app-steps__item">
              <span className="app-steps__number" aria-hidden="true">
                {index + 1}
              </span>
              <h3 className="fr-h5">{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="fr-container fr-pb-8w" aria-labelledby="questions">
        <h2 id="questions">Vos questions</h2>
        {questions.map(({ question, answer }) => (
          <details key={question} className="app-details">
            <summary>{question}</summary>
            <p>{answer}</p>
          </details>
        ))}
      </section>
    </>
  );
}
