import { contactEmail } from '@/components/layout/service';
import { Prose } from '@/components/layout/prose';

export function Accessibility() {
  return (
    <Prose title={'Accessibilité\u00a0: non conforme'}>
      <p>
        Le ministère de la Culture s’engage à rendre ce service accessible, conformément à l’article 47 de la loi
        n°&nbsp;2005-102 du 11 février 2005.
      </p>
      <h2>État de conformité</h2>
      <p>
        Aucun audit n’a encore été mené selon le référentiel général d’amélioration de l’accessibilité&nbsp;: le service
        est donc déclaré non conforme. Ses pages sont construites avec le système de design de l’État, utilisables au
        clavier, et vérifiées par un outil automatique à chaque modification.
      </p>
      <h2>Signaler une difficulté</h2>
      <p>
        Si vous n’arrivez pas à utiliser une page, écrivez à <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        &nbsp;: nous vous aiderons à faire votre démarche autrement et nous corrigerons la page.
      </p>
      <h2>Voie de recours</h2>
      <p>
        Sans réponse satisfaisante de notre part, vous pouvez saisir le{' '}
        <a
          href="https://formulaire.defenseurdesdroits.fr"
          target="_blank"
          rel="noreferrer"
          title="Défenseur des droits – nouvelle fenêtre"
        >
          Défenseur des droits
        </a>
        .
      </p>
    </Prose>
  );
}
