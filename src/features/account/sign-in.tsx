'use client';
import { PasswordInput } from '@codegouvfr/react-dsfr/blocks/PasswordInput';
import { useRef, useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { ErrorSummary } from '@/components/forms/error-summary';
import { readFieldErrors } from '@/components/forms/field-errors';
import { SubmitButton } from '@/components/forms/submit-button';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { routes } from '@/features/routes';
import { signIn } from './auth-client';
import { AuthFailureMessage } from './auth-failure';
import { ResendConfirmation } from './check-mailbox';
import { EmailField, emailMessages } from './email-field';
import { useAuthRequest } from './use-auth-request';

const messages = { email: emailMessages, password: { missing: 'Saisissez votre mot de passe.' } } as const;

/** What brought the person here, said on top of the form. */
export type SignInNotice = 'confirmed' | 'confirmation-failed' | 'password-changed' | 'session-ended';

const notices: Readonly<Record<SignInNotice, { readonly severity: string; readonly text: string }>> = {
  confirmed: { severity: 'success', text: 'Votre adresse est confirmée. Vous pouvez vous connecter.' },
  'confirmation-failed': {
    severity: 'warning',
    text: 'Ce lien de confirmation ne sert plus\u00a0: il a déjà servi, ou il est trop ancien. Connectez-vous pour en recevoir un autre si votre adresse n’est pas encore confirmée.',
  },
  'password-changed': { severity: 'success', text: 'Votre mot de passe est changé. Connectez-vous avec le nouveau.' },
  'session-ended': { severity: 'info', text: 'Connectez-vous pour voir cette page. Vous y reviendrez ensuite.' },
};

export type SignInProps = { readonly notice: SignInNotice | null; readonly returnTo: string };

/** Opens a session, then a full load of the page asked for: nothing of another account stays in memory. */
export function SignIn({ notice, returnTo }: SignInProps) {
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const { errors, attempt, toFieldId, show } = useFormErrors();
  const request = useAuthRequest();

  const submit = async (data: FormData) => {
    if (!show(form.current ? readFieldErrors(form.current, messages) : {})) return;
    const credentials = { email: String(data.get('email')).trim(), password: String(data.get('password')) };
    setEmail(credentials.email);
    if (await request.run(() => signIn(credentials))) window.location.assign(returnTo);
  };

  const isLeaving = request.status === 'pending' || request.status === 'done';
  return (
    <>
      <h1>Se connecter</h1>
      {notice && !request.failure && (
        <div className={`fr-alert fr-alert--sm fr-mb-3w fr-alert--${notices[notice].severity}`} role="status">
          <p>{notices[notice].text}</p>
        </div>
      )}
      <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
      {request.failure && (
        <AuthFailureMessage failure={request.failure} attempt={request.attempt}>
          {request.failure === 'email-not-verified' && <ResendConfirmation email={email} />}
        </AuthFailureMessage>
      )}
      <ActionForm ref={form} onSubmit={(data) => void submit(data)} aria-label="Se connecter">
        <EmailField id={toFieldId('email')} error={errors['email']} />
        <PasswordInput
          label="Mot de passe"
          className="fr-mb-1w"
          messagesHint=""
          messages={errors['password'] ? [{ severity: 'error', message: errors['password'] }] : []}
          nativeInputProps={{
            id: toFieldId('password'),
            name: 'password',
            autoComplete: 'current-password',
            required: true,
            'aria-invalid': errors['password'] ? true : undefined,
          }}
        />
        <p className="fr-mb-3w">
          <a className="fr-link" href={routes.forgottenPassword}>
            Mot de passe oublié&nbsp;?
          </a>
        </p>
        <SubmitButton isPending={isLeaving} pendingText="Connexion…">
          Se connecter
        </SubmitButton>
      </ActionForm>
      <p className="fr-mt-4w">
        Pas encore de compte&nbsp;?{' '}
        <a className="fr-link" href={routes.signUp}>
          Créer un compte
        </a>
      </p>
    </>
  );
}
