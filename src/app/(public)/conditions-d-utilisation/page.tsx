import type { Metadata } from 'next';
import { termsVersion } from '@/domain/terms';
import { TermsOfUse } from '@/features/home/terms-of-use';
import { formatDay } from '@/i18n/format';

export const metadata: Metadata = { title: 'Conditions d’utilisation' };

export default function TermsOfUsePage() {
  return <TermsOfUse date={formatDay(new Date(termsVersion))} />;
}
