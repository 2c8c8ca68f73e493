import type { Metadata } from 'next';
import { termsVersion } from '@/domain/terms';
import { SignUp } from '@/features/account/sign-up';
import { formatDay } from '@/i18n/format';

export const metadata: Metadata = { title: 'Créer un compte' };

export default function SignUpPage() {
  return <SignUp terms={{ version: termsVersion, date: formatDay(new Date(termsVersion)) }} />;
}
