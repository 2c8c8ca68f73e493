import { MailButton, MailLayout, MailText } from './mail-layout';

export const resetPasswordSubject = 'Choisissez un nouveau mot de passe';

/** To somebody who forgot: a link that serves once. */
export function ResetPassword({ firstname, href, minutes }: { firstname: string; href: string; minutes: number }) {
  return (
    <MailLayout title="Choisissez un nouveau mot de passe" preview="Le lien pour le choisir est dans ce message.">
      <MailText>Bonjour {firstname},</MailText>
      <MailText>Vous avez demandé à changer de mot de passe.</MailText>
      <MailButton href={href}>Choisir un mot de passe</MailButton>
      <MailText>
        Ce lien est valable {minutes} minutes et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce message
        {'\u00a0'}: votre mot de passe reste le même.
      </MailText>
    </MailLayout>
  );
}
