'use client';
import { useRef, useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { ErrorSummary } from '@/components/forms/error-summary';
import { readFieldErrors } from '@/components/forms/field-errors';
import { SubmitButton } from '@/components/forms/submit-button';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { routes } from '@/features/routes';
import { requestPasswordReset } from './auth-client';
import { AuthFailureMessage } from './auth-failure';
import { CheckMailbox } from './check-mailbox';
import { EmailField, emailMessages } from './email-field';
import { useAuthRequest } from './use-auth-request';

/** Asks for the link that lets a person choose a new password. The answer is the same for an unknown address. */
export function ForgottenPassword() {
  const form = useRef<HTMLFormElement>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { errors, attempt, toFieldId, show } = useFormErrors();
  const request = useAuthRequest();

  const submit = async (data: FormData) => {
    if (!show(form.current ? readFieldErrors(form.current, { email: emailMessages }) : {})) return;
    const email = String(data.get('email')).trim();
    if (await request.run(() => requestPasswordReset(email))) setSentTo(email);
  };

  if (sentTo !== null) {
    return (
      <CheckMailbox
        again={
          <button type="button" className="fr-btn fr-btn--secondary" onClick={() => setSentTo(null)}>
            Recommencer
          </button>
        }
      >
        <p className="fr-text--lead">
          Si un compte existe pour <strong className="app-break">{sentTo}</strong>, un courriel vient d’y partir. Son
          lien permet de choisir un nouveau mot de passe pendant une heure.
        </p>
      </CheckMailbox>
    );
  }
  return (
    <>
      <h1>Mot de passe oublié</h1>
      <p>Donnez l’adresse de votre compte. Vous y recevrez un lien pour choisir un nouveau mot de passe.</p>
      <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
      {request.failure && <AuthFailureMessage failure={request.failure} attempt={request.attempt} />}
      <ActionForm ref={form} onSubmit={(data) => void submit(data)} aria-label="Mot de passe oublié">
        <EmailField id={toFieldId('email')} error={errors['email']} />
        <SubmitButton isPending={request.status === 'pending'} pendingText="Envoi en cours…">
          Recevoir le lien
        </SubmitButton>
      </ActionForm>
      <p className="fr-mt-4w">
        <a className="fr-link" href={routes.signIn}>
          Revenir à la connexion
        </a>
      </p>
    </>
  );
}
