import { MailButton, MailLayout, MailText } from './mail-layout';

export const welcomeSubject = 'Bienvenue sur Assistant déclaration';

/** To somebody whose address was just confirmed: what to do first. */
export function Welcome({ firstname, href }: { firstname: string; href: string }) {
  return (
    <MailLayout title="Bienvenue" preview="Votre compte est ouvert. Voici par où commencer.">
      <MailText>Bonjour {firstname},</MailText>
      <MailText>
        Votre compte est ouvert. Indiquez votre structure, puis reliez votre billetterie{'\u00a0'}: vos spectacles
        arrivent avec leurs recettes, et vos déclarations SACEM et SACD se remplissent d’avance.
      </MailText>
      <MailButton href={href}>Commencer</MailButton>
      <MailText>Rien ne part sans vous{'\u00a0'}: vous vérifiez chaque déclaration avant de l’envoyer.</MailText>
    </MailLayout>
  );
}
