'use client';
import { useEffect, useRef } from 'react';
import type { AuthFailure } from './auth-client';
import { contactEmail } from '@/components/layout/service';

const texts: Readonly<Record<AuthFailure, { readonly title: string; readonly explanation: string }>> = {
  'wrong-credentials': {
    title: 'L’adresse et le mot de passe ne vont pas ensemble',
    explanation: 'Vérifiez l’un et l’autre. Si vous ne retrouvez pas votre mot de passe, choisissez-en un nouveau.',
  },
  'email-not-verified': {
    title: 'Votre adresse n’est pas encore confirmée',
    explanation: 'Cliquez sur le lien du courriel que nous vous avons envoyé. Nous pouvons vous en envoyer un autre.',
  },
  'too-many-tries': {
    title: 'Trop d’essais en peu de temps',
    explanation: 'Pour protéger votre compte, attendez quelques minutes avant de recommencer.',
  },
  'invalid-link': {
    title: 'Ce lien ne sert plus',
    explanation: 'Il a déjà servi, ou il est trop ancien. Demandez-en un nouveau.',
  },
  'weak-password': {
    title: 'Ce mot de passe n’est pas assez sûr',
    explanation: 'Suivez la liste sous le champ, puis recommencez.',
  },
  banned: {
    title: 'Ce compte est fermé',
    explanation: 'Si vous pensez que c’est une erreur, écrivez-nous.',
  },
  offline: {
    title: 'Le service ne répond pas',
    explanation: 'Vérifiez votre connexion à internet, puis recommencez. Ce que vous avez saisi reste à l’écran.',
  },
  unexpected: {
    title: 'Le service a rencontré un problème',
    explanation: 'Rien n’a été enregistré. Recommencez dans un instant, et si cela dure, écrivez-nous.',
  },
};

const needsContact: ReadonlySet<AuthFailure> = new Set(['banned', 'unexpected']);

export type AuthFailureMessageProps = {
  readonly failure: AuthFailure;
  /** Grows with each attempt, so that the focus comes back. */
  readonly attempt: number;
  /** The button that helps here, if the screen has one. */
  readonly children?: React.ReactNode;
};

/** Why the account server said no, and what to do; it takes the focus. */
export function AuthFailureMessage({ failure, attempt, children }: AuthFailureMessageProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.focus();
  }, [failure, attempt]);
  const { title, explanation } = texts[failure];
  return (
    <div ref={root} tabIndex={-1} role="alert" className="fr-alert fr-alert--error fr-mb-3w app-message">
      <h2 className="fr-alert__title">{title}</h2>
      <p>{explanation}</p>
      {needsContact.has(failure) && (
        <a className="fr-link" href={`mailto:${contactEmail}`}>
          Nous écrire
        </a>
      )}
      {children}
    </div>
  );
}
