import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** The folder of package.json. */
export const root = join(import.meta.dirname, '..', '..');

export type Environment = Record<string, string | undefined>;

/** What `.env.test` says, with what the caller's environment already has winning over it. */
export function readTestEnvironment(): Environment {
  return { ...parseEnv(readFileSync(join(root, '.env.test'), 'utf8')), ...process.env };
}

/** The same, written into the environment of this process. */
export function loadTestEnvironment(): void {
  Object.assign(process.env, readTestEnvironment());
}
