import { reportFailure } from './lib/failure.mjs';
import { buildAll } from './lib/ensure-build';

// Configured by the environment alone: what production runs.
try {
  await buildAll(process.env, (line) => console.log(line));
} catch (error) {
  process.exitCode = reportFailure(error);
}
