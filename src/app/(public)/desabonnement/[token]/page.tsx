import type { Metadata } from 'next';
import { Unsubscribe } from '@/features/automation/unsubscribe';
import { getReminderPreferences } from '@/server/automation/reminder-preferences';
import { readUnsubscribeToken } from '@/server/automation/unsubscribe-link';
import { database } from '@/server/db/client';

export const metadata: Metadata = { title: 'Vos rappels', robots: { index: false } };
export const dynamic = 'force-dynamic';

export default async function UnsubscribePage({ params }: { readonly params: Promise<{ token: string }> }) {
  const { token } = await params;
  const subscription = readUnsubscribeToken(token);
  if (!subscription) return <Unsubscribe subscription={null} />;
  const { preferences } = await getReminderPreferences(database(), subscription.userId);
  const isOn = preferences.find(({ kind }) => kind === subscription.kind)?.isOn ?? false;
  return <Unsubscribe subscription={{ kind: subscription.kind, isOn, action: `/api/unsubscribe/${token}` }} />;
}
