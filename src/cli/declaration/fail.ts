import { AppError } from '@/domain/errors';

/** An expected failure: one line on stderr, the same as JSON on stdout when asked, exit 1. Anything else goes on. */
export function fail(error: unknown, options: { readonly json?: true }): void {
  if (!(error instanceof AppError)) throw error;
  const { code, message } = error;
  if (options.json) process.stdout.write(`${JSON.stringify({ error: { code, message, retryable: false } })}\n`);
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
