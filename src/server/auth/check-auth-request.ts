import 'server-only';
import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { findUnmetPasswordRules } from '@/domain/password';
import { termsVersion as currentTerms } from '@/domain/terms';
import { AppError } from '@/domain/errors';
import { limitRequests } from '@/server/rate-limit/limit-requests';
import { type RateLimitName } from '@/server/rate-limit/rate-limits';
import { requestAccountMail } from './account-mail';

const name = z.string().trim().min(1).max(100);
const emailBody = z.object({ email: z.string().trim().toLowerCase().pipe(z.email()) });
const namesBody = z.object({ firstname: name, lastname: name });
const termsBody = z.object({ termsVersion: z.literal(currentTerms) });

type Body = Record<string, unknown>;

/** What a request becomes before Better Auth sees it: another body, or an answer given at once. */
type Checked = { readonly body: Body } | { readonly answer: object } | null;

/** Our rules on the requests of Better Auth, by path: normalised e-mails, names, terms, password policy, limits per e-mail. */
export async function checkAuthRequest(path: string, body: Body): Promise<Checked> {
  switch (path) {
    case '/sign-up/email': {
      const { email } = parse(emailBody, body, 'INVALID_EMAIL');
      const { firstname, lastname } = parse(namesBody, body, 'NAME_REQUIRED');
      checkPolicy(body.password);
      const { termsVersion } = parse(termsBody, body, 'TERMS_NOT_ACCEPTED');
      await limit('account-mail', email);
      return {
        body: {
          email,
          password: body.password,
          name: `${firstname} ${lastname}`,
          firstname,
          lastname,
          termsVersion,
          callbackURL: CONFIRMED_URL,
        },
      };
    }
    case '/sign-in/email': {
      const { email } = parse(emailBody, body, 'INVALID_EMAIL');
      await limit('sign-in', email);
      return { body: { email, password: body.password, rememberMe: body.rememberMe !== false } };
    }
    case '/request-password-reset':
      return { answer: await askForMail('reset-password', body) };
    case '/send-verification-email':
      return { answer: await askForMail('confirmation', body) };
    case '/reset-password':
    case '/change-password':
      checkPolicy(body.newPassword);
      // Whoever knew the old password is signed out everywhere.
      return { body: { ...body, ...(path === '/change-password' ? { revokeOtherSessions: true } : {}) } };
    default:
      return null;
  }
}

/** Where the link of a confirmation mail ends; with `&error=TOKEN_EXPIRED` or `INVALID_TOKEN` when it did not confirm. */
export const CONFIRMED_URL = '/connexion?adresse=confirmee';

/** Known address or not: the same work, the same answer. */
async function askForMail(mail: 'reset-password' | 'confirmation', body: Body): Promise<{ status: true }> {
  const { email } = parse(emailBody, body, 'INVALID_EMAIL');
  await limit('account-mail', email);
  await requestAccountMail(mail, email);
  return { status: true };
}

function parse<S extends z.ZodType>(schema: S, body: Body, code: string): z.infer<S> {
  const result = schema.safeParse(body);
  if (!result.success) throw new APIError('BAD_REQUEST', { code, message: code });
  return result.data;
}

function checkPolicy(password: unknown): void {
  if (typeof password !== 'string' || findUnmetPasswordRules(password).length > 0) {
    throw new APIError('BAD_REQUEST', { code: 'WEAK_PASSWORD', message: 'WEAK_PASSWORD' });
  }
}

async function limit(limitName: RateLimitName, email: string): Promise<void> {
  try {
    await limitRequests(limitName, email);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new APIError('TOO_MANY_REQUESTS', {
      code: 'TOO_MANY_REQUESTS',
      message: 'TOO_MANY_REQUESTS',
      ...error.detail,
    });
  }
}
