import 'server-only';
import { z } from 'zod';

/** An empty value is the same as none: `.env` files cannot say "absent" otherwise. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const secret = z.string().min(32, 'needs at least 32 characters');
const httpUrl = z.url({ protocol: /^https?$/, error: 'is not an http(s) address' });
const smtpUrl = z.url({ protocol: /^smtps?$/, error: 'is not an address like smtp[s]://user:password@host:port' });
const seconds = (least: number) => z.coerce.number().int().min(least).max(3600);

/** One 32-byte key; keys are told apart by an id that is written in each envelope. */
export type CredentialsKey = { readonly id: string; readonly key: Buffer };

const credentialsKeys = z.string().transform((text, context): readonly [CredentialsKey, ...CredentialsKey[]] => {
  const keys = text.split(',').map((part) => {
    const [id = '', base64 = ''] = part.trim().split(':');
    return { id, key: Buffer.from(base64, 'base64') };
  });
  const [first, ...others] = keys;
  const isReadable = keys.every(({ id, key }) => /^[A-Za-z0-9_-]{1,32}$/.test(id) && key.length === 32);
  const areDistinct = new Set(keys.map(({ id }) => id)).size === keys.length;
  if (first && isReadable && areDistinct) return [first, ...others];
  context.addIssue({
    code: 'custom',
    message: 'is not a list like id:base64,id:base64 of 32-byte keys with distinct ids',
  });
  return z.NEVER;
});

/** Every variable the service reads. `.env.example` says the same to people, and a test compares the two. */
export const envSchema = z.object({
  APP_MODE: z.enum(['prod', 'dev', 'test']),
  APP_BASE_URL: httpUrl.transform((url) => url.replace(/\/+$/, '')),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgresql:// address' }),
  /** Connections of one process to PostgreSQL, beside those of the queue. */
  DATABASE_POOL_SIZE: optional(z.coerce.number().int().min(1).max(100)).transform((value) => value ?? 10),
  LOG_LEVEL: optional(z.enum(['silent', 'error', 'warn', 'info', 'debug'])).transform((value) => value ?? 'info'),

  AUTH_SECRET: secret,
  FILE_LINK_SECRET: secret,
  MAINTENANCE_API_KEY: secret,
  CREDENTIALS_KEYS: credentialsKeys,

  /** A worker silent for this long has lost its job. pg-boss accepts no less than 10. */
  JOBS_HEARTBEAT_SECONDS: optional(seconds(10)).transform((value) => value ?? 30),
  /** How often a worker looks for jobs whose worker has gone. */
  JOBS_MONITOR_SECONDS: optional(seconds(1)).transform((value) => value ?? 10),
  /** For the crash tests: `step.delivered@3` kills the process at its third passage there. Obeyed under APP_MODE=test alone. */
  CRASH_AT: optional(z.string().regex(/^[a-z]+\.[a-z-]+@[1-9]\d{0,3}$/, 'is not like step.delivered@3')),

  ALLOW_PRIVATE_NETWORK: optional(z.enum(['true', 'false'])).transform((value) => value === 'true'),
  BILLETWEB_API_BASE_URL: optional(httpUrl),
  HELLOASSO_API_BASE_URL: optional(httpUrl),
  MAPADO_API_BASE_URL: optional(httpUrl),
  SHOTGUN_API_BASE_URL: optional(httpUrl),
  SUPERSONIKS_API_BASE_URL: optional(httpUrl),
  SOTICKET_API_BASE_URL: optional(httpUrl),
  COMPANY_DIRECTORY_BASE_URL: optional(httpUrl).transform(
    (value) => value ?? 'https://recherche-entreprises.api.gouv.fr',
  ),
  ADDRESS_DIRECTORY_BASE_URL: optional(httpUrl).transform((value) => value ?? 'https://data.geopf.fr/geocodage'),

  SACD_API_BASE_URL: httpUrl,
  SACD_API_CONSUMER_KEY: z.string().min(1),
  SACD_API_SECRET_KEY: z.string().min(1),
  SACD_API_PROVIDER_NAME: z.string().min(1),
  SACD_API_PROVIDER_REFFILE: z.string().min(1),
  SACD_API_PROVIDER_PASSWORD: z.string().min(1),
  /** How long SACD's answer to a declaration is waited for. Shorter than what an interrupted exchange is given before it is called so. */
  SACD_API_TIMEOUT_SECONDS: optional(z.coerce.number().int().min(1).max(120)).transform((value) => value ?? 60),

  SMTP_PRIMARY_URL: smtpUrl,
  SMTP_FALLBACK_URL: optional(smtpUrl),
  MAIL_FROM_DOMAIN: z.string().min(3),
  /** Mail to these domains is dropped: environments that must not write to real people. */
  MAIL_CAUGHT_DOMAINS: optional(z.string()).transform((value) =>
    (value ?? '')
      .split(',')
      .map((domain) => domain.trim().toLowerCase())
      .filter(Boolean),
  ),

  NEXT_PUBLIC_SENTRY_DSN: optional(z.url()),
  NEXT_PUBLIC_CRISP_WEBSITE_ID: optional(z.uuid()),
  CRISP_SIGNING_SECRET_KEY: optional(z.string()),
  NEXT_PUBLIC_MATOMO_URL: optional(httpUrl),
  NEXT_PUBLIC_MATOMO_SITE_ID: optional(z.string()),
});
export type Env = z.infer<typeof envSchema>;

/** Reads an environment; throws one error that lists everything missing or wrong, without any value. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const result = envSchema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name} ${source[name] === undefined ? 'is missing' : describeIssue(issue)}`;
  });
  throw new Error(`The environment is not complete:\n${[...new Set(lines)].join('\n')}`);
}

/** True under `next dev` alone, whose reloading evaluates code in the browser. Next.js writes the value into the build. */
export const isHotReloading = process.env.NODE_ENV === 'development';

let read: Env | undefined;

/** The environment of this process, read at the first call: building the application needs no secret. */
export function env(): Env {
  read ??= readEnv(process.env);
  return read;
}

/** The next call reads the process's variables again: for tests that give them. */
export function forgetEnv(): void {
  read = undefined;
}

/** zod's own sentences never repeat the value, except for closed lists, where they repeat the list. */
function describeIssue(issue: z.core.$ZodIssue): string {
  return issue.message.startsWith('is ') || issue.message.startsWith('needs ')
    ? issue.message
    : `is not right: ${issue.message}`;
}
