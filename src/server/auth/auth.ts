import 'server-only';
import { betterAuth } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { admin } from 'better-auth/plugins/admin';
import { passwordLength } from '@/domain/password';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { recordAudit } from '@/server/audit/record';
import { requestAccountMail } from './account-mail';
import { checkAuthRequest } from './check-auth-request';
import { CLIENT_ADDRESS_HEADER } from './client-address';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
/** A session ends after two weeks without a visit. */
export const SESSION_SECONDS = 14 * DAY;
export const SESSION_RENEWAL_SECONDS = DAY;
export const CONFIRMATION_SECONDS = 2 * DAY;
export const RESET_SECONDS = 60 * MINUTE;

function createAuth() {
  return betterAuth({
    appName: 'Assistant déclaration',
    baseURL: env().APP_BASE_URL,
    basePath: '/api/auth',
    secret: env().AUTH_SECRET,
    telemetry: { enabled: false },
    database: prismaAdapter(database(), { provider: 'postgresql', transaction: true }),
    // Better Auth's own sentences may name an address: errors only, masked like the rest.
    logger: { level: 'error', log: (_level, message, ...details) => logger().error({ details }, message) },
    // Expected failures still become answers; the others come to handle-auth.ts instead of the console.
    onAPIError: { throw: true },
    user: {
      modelName: 'user',
      additionalFields: {
        firstname: { type: 'string', required: true },
        lastname: { type: 'string', required: true },
        termsVersion: { type: 'string', required: true, returned: false },
        termsAcceptedAt: {
          type: 'date',
          required: true,
          input: false,
          returned: false,
          defaultValue: () => new Date(),
        },
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_RENEWAL_SECONDS, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      // Ours counts characters as a person does; this one, UTF-16 units.
      maxPasswordLength: 2 * passwordLength.max,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      onExistingUserSignUp: ({ user }) => requestAccountMail('already-registered', user.email),
      // The request itself is answered before Better Auth sees it (check-auth-request.ts): this only opens the reset.
      sendResetPassword: ({ user }) => requestAccountMail('reset-password', user.email),
      onPasswordReset: async ({ user }) => {
        // The link came by mail: it confirms the address as well.
        await database().user.update({ where: { id: user.id }, data: { emailVerified: true } });
        await requestAccountMail('password-changed', user.email);
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: false,
      autoSignInAfterVerification: false,
      expiresIn: CONFIRMATION_SECONDS,
      sendVerificationEmail: ({ user }) => requestAccountMail('confirmation', user.email),
      afterEmailVerification: (user) => requestAccountMail('welcome', user.email),
    },
    databaseHooks: {
      user: {
        create: {
          after: async (user) => {
            await database().$transaction((tx) =>
              recordAudit(tx, {
                action: 'user.signed-up',
                organizationId: null,
                actor: { id: user.id, name: user.name },
                subject: user.id,
              }),
            );
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        const checked = await checkAuthRequest(context.path, Object(context.body ?? {}));
        if (!checked) return;
        if ('answer' in checked) return context.json(checked.answer);
        return { context: { body: checked.body } };
      }),
      after: createAuthMiddleware(async (context) => {
        if (context.path !== '/change-password' || !context.context.session) return;
        if (context.context.returned instanceof Error) return;
        await requestAccountMail('password-changed', context.context.session.user.email);
      }),
    },
    // Per address, in the database; limits per e-mail are in rate-limit/rate-limits.ts.
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rateLimit',
      window: MINUTE,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 15 * MINUTE, max: 100 },
        '/sign-up/email': { window: 15 * MINUTE, max: 50 },
        '/request-password-reset': { window: 15 * MINUTE, max: 30 },
        '/send-verification-email': { window: 15 * MINUTE, max: 30 },
        '/reset-password': { window: 15 * MINUTE, max: 30 },
        '/change-password': { window: 15 * MINUTE, max: 30 },
      },
    },
    advanced: {
      cookiePrefix: 'assistant',
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    // What this screens do not use is not there to be tried.
    disabledPaths: [
      '/update-user',
      '/change-email',
      '/delete-user',
      '/sign-in/social',
      '/link-social',
      '/unlink-account',
    ],
    plugins: [admin()],
  });
}

export type Auth = ReturnType<typeof createAuth>;

const holder: typeof globalThis & { assistantAuth?: Auth } = globalThis;

/** Better Auth of this process, made at the first request. */
export function auth(): Auth {
  holder.assistantAuth ??= createAuth();
  return holder.assistantAuth;
}

/** For tests that change database. */
export function forgetAuth(): void {
  delete holder.assistantAuth;
}
