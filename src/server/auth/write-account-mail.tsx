import 'server-only';
import { randomBytes } from 'node:crypto';
import { createEmailVerificationToken } from 'better-auth/api';
import { AlreadyRegistered, alreadyRegisteredSubject } from '@/emails/already-registered';
import { Confirmation, confirmationSubject } from '@/emails/confirmation';
import { PasswordChanged, passwordChangedSubject } from '@/emails/password-changed';
import { renderMail } from '@/emails/render-mail';
import { ResetPassword, resetPasswordSubject } from '@/emails/reset-password';
import { Welcome, welcomeSubject } from '@/emails/welcome';
import { env } from '@/server/env';
import { type AccountMail } from '@/server/jobs/send-account-mail';
import { type Mail } from '@/server/mailer/mail';
import { auth, CONFIRMATION_SECONDS, RESET_SECONDS } from './auth';
import { CONFIRMED_URL } from './check-auth-request';

export type AccountOwner = {
  readonly id: string;
  readonly email: string;
  readonly firstname: string;
  readonly emailVerified: boolean;
};

type Written = Pick<Mail, 'subject' | 'html' | 'text'>;

/** One mail about an account, with a link made now; null when there is nothing left to say (an address already confirmed). */
export async function writeAccountMail(mail: AccountMail, owner: AccountOwner): Promise<Written | null> {
  const { firstname } = owner;
  const base = env().APP_BASE_URL;
  const links = { signInHref: `${base}/connexion`, passwordHref: `${base}/mot-de-passe-oublie` };
  switch (mail) {
    case 'confirmation': {
      if (owner.emailVerified) return null;
      const href = await makeConfirmationLink(owner);
      const content = <Confirmation firstname={firstname} href={href} hours={CONFIRMATION_SECONDS / 3600} />;
      return { subject: confirmationSubject, ...(await renderMail(content)) };
    }
    case 'already-registered':
      return {
        subject: alreadyRegisteredSubject,
        ...(await renderMail(<AlreadyRegistered firstname={firstname} {...links} />)),
      };
    case 'reset-password': {
      const href = await makeResetLink(owner);
      const content = <ResetPassword firstname={firstname} href={href} minutes={RESET_SECONDS / 60} />;
      return { subject: resetPasswordSubject, ...(await renderMail(content)) };
    }
    case 'password-changed':
      return {
        subject: passwordChangedSubject,
        ...(await renderMail(<PasswordChanged firstname={firstname} {...links} />)),
      };
    case 'welcome':
      return {
        subject: welcomeSubject,
        ...(await renderMail(<Welcome firstname={firstname} href={`${base}/tableau-de-bord`} />)),
      };
  }
}

async function makeConfirmationLink({ id, email }: AccountOwner): Promise<string> {
  const token = await createEmailVerificationToken(env().AUTH_SECRET, email, undefined, CONFIRMATION_SECONDS, {
    userId: id,
  });
  const query = new URLSearchParams({ token, callbackURL: CONFIRMED_URL });
  return `${env().APP_BASE_URL}/api/auth/verify-email?${query.toString()}`;
}

/** The token is stored hashed, under the name that Better Auth's own /reset-password looks for. */
async function makeResetLink({ id }: AccountOwner): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await auth().$context;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: id,
    expiresAt: new Date(Date.now() + RESET_SECONDS * 1000),
  });
  return `${env().APP_BASE_URL}/nouveau-mot-de-passe?token=${token}`;
}
