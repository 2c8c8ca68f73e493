import type { Metadata } from 'next';
import { SignIn, type SignInNotice } from '@/features/account/sign-in';
import { toSafeReturn } from '@/features/routes';

export const metadata: Metadata = { title: 'Se connecter' };

type Search = Readonly<Record<string, string | string[] | undefined>>;

export default async function SignInPage({ searchParams }: { readonly searchParams: Promise<Search> }) {
  const search = await searchParams;
  const returnTo = typeof search['retour'] === 'string' ? search['retour'] : null;
  return <SignIn notice={toNotice(search)} returnTo={toSafeReturn(returnTo)} />;
}

function toNotice(search: Search): SignInNotice | null {
  if (search['error']) return 'confirmation-failed';
  if (search['adresse'] === 'confirmee') return 'confirmed';
  if (search['motdepasse'] === 'change') return 'password-changed';
  return search['retour'] ? 'session-ended' : null;
}
