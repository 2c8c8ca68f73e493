import type { Metadata } from 'next';
import { NewPassword } from '@/features/account/new-password';

// The address holds the token: no page linked from here may learn it.
export const metadata: Metadata = { title: 'Choisir un nouveau mot de passe', referrer: 'no-referrer' };

type Search = Readonly<Record<string, string | string[] | undefined>>;

export default async function NewPasswordPage({ searchParams }: { readonly searchParams: Promise<Search> }) {
  const { token, error } = await searchParams;
  return <NewPassword token={typeof token === 'string' && !error ? token : null} />;
}
