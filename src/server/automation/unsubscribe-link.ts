import 'server-only';
import { type ReminderKind, reminderKinds } from '@/domain/automation/plan-reminder';
import { readMailToken, signMailToken } from './mail-token';

export type Subscription = { readonly userId: string; readonly kind: ReminderKind };

/** Where a mail program posts to turn a kind of reminder off at once (RFC 8058). Stays good: it can do nothing else. */
export function toUnsubscribeHref(baseUrl: string, subscription: Subscription): string {
  return `${baseUrl}/api/unsubscribe/${toToken(subscription)}`;
}

/** The page where a person does the same. */
export function toUnsubscribePageHref(baseUrl: string, subscription: Subscription): string {
  return `${baseUrl}/desabonnement/${toToken(subscription)}`;
}

function toToken({ userId, kind }: Subscription): string {
  return signMailToken('unsubscribe', [userId, kind]);
}

/** Whom and what a link is about; null when we did not make it. */
export function readUnsubscribeToken(token: string): Subscription | null {
  const [userId, name] = readMailToken('unsubscribe', token) ?? [];
  const kind = reminderKinds.find((known) => known === name);
  return userId === undefined || kind === undefined ? null : { userId, kind };
}
