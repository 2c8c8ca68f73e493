'use client';
import { useEffect, useRef, type ReactNode } from 'react';
import { sendVerificationEmail } from './auth-client';
import { AuthFailureMessage } from './auth-failure';
import { useAuthRequest } from './use-auth-request';

/** After a form that sends a mail: what to look for, and what to do when it does not come. The title takes the focus. */
export function CheckMailbox({ children, again }: { readonly children: ReactNode; readonly again?: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        Consultez votre boîte aux lettres
      </h1>
      {children}
      <p>
        Rien au bout de quelques minutes&nbsp;? Regardez dans les courriers indésirables, et vérifiez l’adresse que vous
        avez saisie.
      </p>
      {again}
    </>
  );
}

/** Sends the confirmation mail again, and says that it did. The answer is the same whether the address is known or not. */
export function ResendConfirmation({ email }: { readonly email: string }) {
  const { status, failure, attempt, run } = useAuthRequest();
  return (
    <>
      {failure && <AuthFailureMessage failure={failure} attempt={attempt} />}
      <button
        type="button"
        className="fr-btn fr-btn--secondary"
        aria-disabled={status === 'pending'}
        onClick={() => void run(() => sendVerificationEmail(email))}
      >
        {status === 'pending' ? 'Envoi en cours…' : 'Envoyer un autre courriel'}
      </button>
      <p role="status" className="fr-mt-1w">
        {status === 'done' && 'Un autre courriel est parti. Seul son lien, le plus récent, est à utiliser.'}
      </p>
    </>
  );
}
