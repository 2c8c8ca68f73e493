import type { Metadata } from 'next';
import { Accessibility } from '@/features/home/accessibility';

export const metadata: Metadata = { title: 'Accessibilité\u00a0: non conforme' };

export default function AccessibilityPage() {
  return <Accessibility />;
}
