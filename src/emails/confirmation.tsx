import { MailButton, MailLayout, MailText } from './mail-layout';

export const confirmationSubject = 'Confirmez votre adresse e-mail';

/** To a new account: the link that opens it. */
export function Confirmation({ firstname, href, hours }: { firstname: string; href: string; hours: number }) {
  return (
    <MailLayout title="Confirmez votre adresse e-mail" preview="Plus qu’un geste pour ouvrir votre compte.">
      <MailText>Bonjour {firstname},</MailText>
      <MailText>
        Votre compte est créé. Confirmez que cette adresse est bien la vôtre pour pouvoir vous connecter.
      </MailText>
      <MailButton href={href}>Confirmer mon adresse</MailButton>
      <MailText>
        Ce lien est valable {hours} heures. Si vous n’avez pas créé de compte, ne cliquez pas{'\u00a0'}: sans
        confirmation, personne ne peut s’en servir.
      </MailText>
    </MailLayout>
  );
}
