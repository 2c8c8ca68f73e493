import type { Metadata } from 'next';
import { PushApiHelp } from '@/features/push-api/push-api-help';
import { TryOut } from '@/features/push-api/try-out';
import { describePushApi } from '@/server/push/describe-push-api';

export const metadata: Metadata = {
  title: 'Envoyer vos chiffres par l’API',
  description: 'Pour les éditeurs de billetterie\u00a0: envoyer spectacles, représentations et recettes.',
};

export default function PushApiPage() {
  return <PushApiHelp {...describePushApi()} tryOut={<TryOut />} />;
}
