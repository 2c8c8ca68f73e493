import { contactEmail } from '@/components/layout/service';
import { Prose } from '@/components/layout/prose';

export function Privacy() {
  return (
    <Prose title="Données personnelles">
      <h2>Ce que nous gardons, et pourquoi</h2>
      <ul>
        <li>Votre prénom, votre nom et votre adresse électronique&nbsp;: pour vous reconnaître et vous répondre.</li>
        <li>La date et la version des conditions d’utilisation que vous avez acceptées.</li>
        <li>
          L’adresse de connexion de vos sessions ouvertes&nbsp;: pour que vous et nous puissions voir un accès anormal.
        </li>
        <li>Les déclarations envoyées, avec leur auteur et leur heure&nbsp;: pour prouver ce qui a été déclaré.</li>
        <li>
          Les rappels qui vous ont été envoyés et ceux que vous avez arrêtés&nbsp;: pour ne jamais vous les envoyer deux
          fois.
        </li>
        <li>Les envois automatiques que vous avez permis, avec leur date&nbsp;: pour montrer qui en a décidé.</li>
      </ul>
      <p>
        De votre billetterie, nous gardons les spectacles, les représentations et les totaux de billets et de recettes.
        Les noms des spectateurs ne sont pas conservés.
      </p>
      <h2>Qui les voit</h2>
      <p>
        Les membres de votre structure, les agents chargés du service, et les organismes à qui vous déclarez, pour ce
        que vous leur envoyez. Les courriels passent par des prestataires d’envoi. Rien n’est vendu ni utilisé pour de
        la publicité, et aucun outil ne suit votre navigation.
      </p>
      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander à voir, à corriger ou à effacer vos données en écrivant à{' '}
        <a href={`mailto:${contactEmail}`}>{contactEmail}</a>. Si la réponse ne vous convient pas, vous pouvez saisir la
        CNIL.
      </p>
      <h2>Témoins de connexion</h2>
      <p>
        Un seul est déposé, celui de votre session. Il est nécessaire au service&nbsp;: votre accord n’est pas demandé
        pour lui.
      </p>
    </Prose>
  );
}
