import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Makes the Prisma command line use the schema engine's WebAssembly build when the native one is not installed, instead of
 * downloading it from a host that many machines cannot reach. A native engine that is there, or one named by the environment, wins.
 * To be deleted when the Prisma command line ships its engine in a package.
 */
export function chooseSchemaEngine(engines: string = findEnginesFolder()): void {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY !== undefined) return;
  if (readdirSync(engines).some((name) => name.startsWith('schema-engine-'))) return;
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = join(import.meta.dirname, 'schema-engine.mjs');
}

function findEnginesFolder(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('prisma/package.json'));
  return dirname(require.resolve('@prisma/engines/package.json'));
}
