import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chooseSchemaEngine } from './choose-schema-engine';

describe('chooseSchemaEngine', () => {
  const before = process.env.PRISMA_SCHEMA_ENGINE_BINARY;
  let engines: string;

  beforeEach(() => {
    delete process.env.PRISMA_SCHEMA_ENGINE_BINARY;
    engines = mkdtempSync(join(tmpdir(), 'engines-'));
  });
  afterEach(() => {
    rmSync(engines, { recursive: true });
    if (before === undefined) delete process.env.PRISMA_SCHEMA_ENGINE_BINARY;
    else process.env.PRISMA_SCHEMA_ENGINE_BINARY = before;
  });

  it('takes the WebAssembly engine when no native one is installed', () => {
    chooseSchemaEngine(engines);
    expect(process.env.PRISMA_SCHEMA_ENGINE_BINARY).toBe(join(import.meta.dirname, 'schema-engine.mjs'));
  });

  it('leaves the native engine alone when it is installed', () => {
    writeFileSync(join(engines, 'schema-engine-debian-openssl-3.0.x'), '');
    chooseSchemaEngine(engines);
    expect(process.env.PRISMA_SCHEMA_ENGINE_BINARY).toBeUndefined();
  });

  it('leaves an engine named by the environment alone', () => {
    process.env.PRISMA_SCHEMA_ENGINE_BINARY = '/somewhere/else';
    chooseSchemaEngine(engines);
    expect(process.env.PRISMA_SCHEMA_ENGINE_BINARY).toBe('/somewhere/else');
  });
});
