'use client';
import { useRef, useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { ErrorSummary } from '@/components/forms/error-summary';
import { readFieldErrors } from '@/components/forms/field-errors';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { findUnmetPasswordRules } from '@/domain/password';
import { routes } from '@/features/routes';
import { signUp } from './auth-client';
import { AuthFailureMessage } from './auth-failure';
import { CheckMailbox, ResendConfirmation } from './check-mailbox';
import { EmailField, emailMessages } from './email-field';
import { NewPasswordField, newPasswordMessage } from './new-password-field';
import { useAuthRequest } from './use-auth-request';

const messages = {
  firstname: { missing: 'Saisissez votre prénom.' },
  lastname: { missing: 'Saisissez votre nom.' },
  email: emailMessages,
  password: { missing: newPasswordMessage },
  terms: { missing: 'Lisez et acceptez les conditions d’utilisation.' },
} as const;

export type SignUpProps = {
  /** Version of the terms in force, as a date in French, and as it is recorded. */
  readonly terms: { readonly version: string; readonly date: string };
};

/** Creates an account. Whether the address is known already is told by mail only. */
export function SignUp({ terms }: SignUpProps) {
  const form = useRef<HTMLFormElement>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { errors, attempt, toFieldId, show } = useFormErrors();
  const request = useAuthRequest();

  const submit = async (data: FormData) => {
    const password = String(data.get('password'));
    const found = form.current ? readFieldErrors(form.current, messages) : {};
    const weak = findUnmetPasswordRules(password).length > 0;
    if (!show(weak ? inFormOrder({ ...found, password: newPasswordMessage }) : found)) return;
    const email = String(data.get('email')).trim();
    const account = {
      email,
      password,
      firstname: String(data.get('firstname')).trim(),
      lastname: String(data.get('lastname')).trim(),
      termsVersion: terms.version,
    };
    if (await request.run(() => signUp(account))) setSentTo(email);
  };

  if (sentTo !== null) {
    return (
      <CheckMailbox again={<ResendConfirmation email={sentTo} />}>
        <p className="fr-text--lead">
          Nous avons écrit à <strong className="app-break">{sentTo}</strong>. Cliquez sur le lien du courriel pour
          confirmer votre adresse, puis connectez-vous.
        </p>
      </CheckMailbox>
    );
  }
  return (
    <>
      <h1>Créer un compte</h1>
      <p>Le service est gratuit. Tous les champs sont obligatoires.</p>
      <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
      {request.failure && <AuthFailureMessage failure={request.failure} attempt={request.attempt} />}
      <ActionForm ref={form} onSubmit={(data) => void submit(data)} aria-label="Créer un compte">
        <TextField
          id={toFieldId('firstname')}
          name="firstname"
          label="Prénom"
          autoComplete="given-name"
          maxLength={100}
          required
          error={errors['firstname']}
        />
        <TextField
          id={toFieldId('lastname')}
          name="lastname"
          label="Nom"
          autoComplete="family-name"
          maxLength={100}
          required
          error={errors['lastname']}
        />
        <EmailField id={toFieldId('email')} error={errors['email']} />
        <NewPasswordField id={toFieldId('password')} label="Mot de passe" isWrong={Boolean(errors['password'])} />
        <CheckboxField
          id={toFieldId('terms')}
          name="terms"
          required
          error={errors['terms']}
          label={
            <span>
              J’accepte les{' '}
              <a
                href={routes.terms}
                target="_blank"
                rel="noreferrer"
                title="Conditions d’utilisation – nouvelle fenêtre"
              >
                conditions d’utilisation
              </a>
              , version du {terms.date}
            </span>
          }
        />
        <SubmitButton isPending={request.status === 'pending'} pendingText="Création du compte…">
          Créer mon compte
        </SubmitButton>
      </ActionForm>
      <p className="fr-mt-4w">
        Vous avez déjà un compte&nbsp;?{' '}
        <a className="fr-link" href={routes.signIn}>
          Se connecter
        </a>
      </p>
    </>
  );
}

/** The summary follows the form, whoever found the error. */
function inFormOrder(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(messages).flatMap((name) => (errors[name] ? [[name, errors[name]]] : [])));
}
