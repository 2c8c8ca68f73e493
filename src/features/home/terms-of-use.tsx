import { Prose } from '@/components/layout/prose';

/** The terms that a new account accepts; a change here gives `termsVersion` a new date. */
export function TermsOfUse({ date }: { readonly date: string }) {
  return (
    <Prose title="Conditions d’utilisation">
      <p>Version du {date}.</p>
      <h2>À quoi sert le service</h2>
      <p>
        Assistant déclaration aide les structures qui organisent du spectacle vivant à préparer et à transmettre leurs
        déclarations aux organismes, à partir des données de leur billetterie. Il est gratuit et son usage est
        facultatif.
      </p>
      <h2>Votre compte</h2>
      <p>
        Un compte appartient à une personne. Son mot de passe compte au moins douze caractères et ne se partage pas.
        Vous créez une structure seulement si vous êtes autorisé à déclarer en son nom.
      </p>
      <h2>Vos déclarations</h2>
      <p>
        Le service prépare les déclarations&nbsp;; vous les vérifiez avant de les transmettre et vous restez responsable
        de leur contenu. Chaque envoi est conservé tel quel&nbsp;: vous pouvez le relire et le télécharger.
      </p>
      <h2>Votre billetterie</h2>
      <p>
        Vous pouvez connecter un compte de billetterie si vous y êtes autorisé. Le service ne fait que lire ce compte.
        Sa clé est chiffrée, et vous pouvez le déconnecter à tout moment&nbsp;: la clé est alors effacée.
      </p>
      <h2>Disponibilité</h2>
      <p>
        Le service peut être interrompu pour sa maintenance. Une panne ne dispense pas de déclarer dans les
        délais&nbsp;: les moyens habituels des organismes restent ouverts.
      </p>
    </Prose>
  );
}
