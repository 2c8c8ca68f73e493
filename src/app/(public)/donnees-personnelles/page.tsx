import type { Metadata } from 'next';
import { Privacy } from '@/features/home/privacy';

export const metadata: Metadata = { title: 'Données personnelles' };

export default function PrivacyPage() {
  return <Privacy />;
}
