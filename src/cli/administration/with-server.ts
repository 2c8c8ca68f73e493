import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { AppError } from '@/domain/errors';

export type OutputOptions = { readonly json?: true };

/**
 * Runs a command that needs the database. Its answer is one JSON document with `--json`, one line otherwise; an expected failure is
 * one line on stderr and exit 1. Without `DATABASE_URL` and outside production, the database is the one of development.
 */
export async function withServer<T extends object>(
  options: OutputOptions,
  run: () => Promise<T>,
  describe: (answer: T) => string,
): Promise<void> {
  loadDevelopmentEnvironment();
  process.env.LOG_LEVEL ||= 'error';
  const [{ closeDatabase }, { closeProducer }] = await Promise.all([
    import('@/server/db/client'),
    import('@/server/jobs/producer'),
  ]);
  try {
    const answer = await run();
    process.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : `${describe(answer)}\n`);
  } catch (error) {
    const { code, message } = toFailure(error);
    if (options.json) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
    process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  } finally {
    await closeProducer();
    await closeDatabase();
  }
}

function loadDevelopmentEnvironment(): void {
  if (process.env.APP_MODE === 'prod' || process.env.DATABASE_URL !== undefined) return;
  const values = parseEnv(readFileSync('.env.test', 'utf8'));
  for (const [name, value] of Object.entries(values)) process.env[name] ??= value;
}

function toFailure(error: unknown): { code: string; message: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  if (/ECONNREFUSED|Can't reach database|ENOTFOUND|terminating connection/.test(message)) {
    return { code: 'unavailable', message: 'la base de données ne répond pas' };
  }
  return { code: 'internal', message: message.trim().split('\n').at(-1) ?? 'échec inattendu' };
}
