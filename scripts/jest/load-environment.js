// The variables of `.env.test`, for what src/server/env.ts reads; a test file that needs its own database sets DATABASE_URL itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { root } from './preset.js';

const variables = parseEnv(readFileSync(join(root, '.env.test'), 'utf8'));
for (const [name, value] of Object.entries(variables)) process.env[name] ??= value;
