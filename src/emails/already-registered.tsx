import { MailButton, MailLayout, MailText } from './mail-layout';

export const alreadyRegisteredSubject = 'Vous avez déjà un compte';

/** To somebody who signs up with an address that has an account: the page itself tells nothing. */
export function AlreadyRegistered(props: { firstname: string; signInHref: string; passwordHref: string }) {
  return (
    <MailLayout title="Vous avez déjà un compte" preview="Connectez-vous avec cette adresse.">
      <MailText>Bonjour {props.firstname},</MailText>
      <MailText>
        Quelqu’un, sans doute vous, vient de demander un compte avec cette adresse. Elle en a déjà un{'\u00a0'}: rien
        n’a changé.
      </MailText>
      <MailButton href={props.signInHref}>Me connecter</MailButton>
      <MailText>
        Mot de passe oublié{'\u00a0'}? Demandez-en un nouveau{'\u00a0'}: {props.passwordHref}
      </MailText>
      <MailText>Si ce n’était pas vous, vous n’avez rien à faire.</MailText>
    </MailLayout>
  );
}
