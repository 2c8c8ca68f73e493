import { MailButton, MailLayout, MailText } from './mail-layout';

export const passwordChangedSubject = 'Votre mot de passe a changé';

/** To the owner of an account, so that a change which is not theirs is noticed. */
export function PasswordChanged(props: { firstname: string; signInHref: string; passwordHref: string }) {
  return (
    <MailLayout title="Votre mot de passe a changé" preview="Vous avez été déconnecté partout.">
      <MailText>Bonjour {props.firstname},</MailText>
      <MailText>
        Votre mot de passe vient d’être changé. Par sécurité, vos autres sessions sont fermées{'\u00a0'}:
        reconnectez-vous avec le nouveau.
      </MailText>
      <MailButton href={props.signInHref}>Me connecter</MailButton>
      <MailText>
        Si ce n’était pas vous, choisissez tout de suite un autre mot de passe{'\u00a0'}: {props.passwordHref}
      </MailText>
    </MailLayout>
  );
}
