import type { Metadata } from 'next';
import { ForgottenPassword } from '@/features/account/forgotten-password';

export const metadata: Metadata = { title: 'Mot de passe oublié' };

export default function ForgottenPasswordPage() {
  return <ForgottenPassword />;
}
