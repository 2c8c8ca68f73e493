import { hashPassword } from 'better-auth/crypto';
import { type Browser } from 'playwright-core';
import { termsVersion } from '@/domain/terms';
import { type Actor } from '@/server/trpc/context';
import { type Visitor, openVisitor } from '../harness/open-visitor';

export const memberPassword = 'Un-phare-en-2026 !';

/** Makes of a written member somebody who can sign in. */
export async function givePassword({ db, user }: Pick<Actor, 'db' | 'user'>): Promise<void> {
  await db.user.update({ where: { id: user.id }, data: { emailVerified: true, termsVersion } });
  const password = await hashPassword(memberPassword);
  await db.account.create({
    data: { id: user.id, accountId: user.id, providerId: 'credential', userId: user.id, password },
  });
}

/** A browser in which this member is signed in already, for scenarios that begin later than that. */
export async function openMember(browser: Browser, url: string, actor: Pick<Actor, 'db' | 'user'>): Promise<Visitor> {
  await givePassword(actor);
  const visitor = await openVisitor(browser, url);
  const answer = await visitor.context.request.post('/api/auth/sign-in/email', {
    data: { email: actor.user.email, password: memberPassword },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}: ${await answer.text()}`);
  return visitor;
}
