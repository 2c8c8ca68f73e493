'use client';
import { ActionForm } from '@/components/forms/action-form';
import { ErrorSummary } from '@/components/forms/error-summary';
import { SubmitButton } from '@/components/forms/submit-button';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { findUnmetPasswordRules } from '@/domain/password';
import { routes } from '@/features/routes';
import { resetPassword } from './auth-client';
import { AuthFailureMessage } from './auth-failure';
import { NewPasswordField, newPasswordMessage } from './new-password-field';
import { useAuthRequest } from './use-auth-request';

/** Where a person goes once their password is changed. */
const doneAddress = `${routes.signIn}?motdepasse=change`;

/** Chooses a new password with the token of the mail; null when the link was refused. */
export function NewPassword({ token }: { readonly token: string | null }) {
  const { errors, attempt, toFieldId, show } = useFormErrors();
  const request = useAuthRequest();

  if (token === null || request.failure === 'invalid-link') return <InvalidLink />;
  const submit = async (data: FormData) => {
    const password = String(data.get('password'));
    if (!show(findUnmetPasswordRules(password).length > 0 ? { password: newPasswordMessage } : {})) return;
    if (await request.run(() => resetPassword(password, token))) window.location.assign(doneAddress);
  };
  return (
    <>
      <h1>Choisir un nouveau mot de passe</h1>
      <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
      {request.failure && <AuthFailureMessage failure={request.failure} attempt={request.attempt} />}
      <ActionForm onSubmit={(data) => void submit(data)} aria-label="Choisir un nouveau mot de passe">
        <NewPasswordField
          id={toFieldId('password')}
          label="Nouveau mot de passe"
          isWrong={Boolean(errors['password'])}
        />
        <SubmitButton isPending={request.status === 'pending'} pendingText="Enregistrement…">
          Changer mon mot de passe
        </SubmitButton>
      </ActionForm>
    </>
  );
}

function InvalidLink() {
  return (
    <>
      <h1>Ce lien ne sert plus</h1>
      <p className="fr-text--lead">
        Il a déjà servi, ou il date de plus d’une heure. Votre mot de passe n’a pas changé.
      </p>
      <a className="fr-btn" href={routes.forgottenPassword}>
        Recevoir un autre lien
      </a>
    </>
  );
}
