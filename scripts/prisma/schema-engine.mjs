#!/usr/bin/env node
// Prisma's schema engine from its WebAssembly build, for machines that cannot download the native one (see choose-schema-engine.ts).
// The Prisma command line talks JSON-RPC to it, one message a line, on stdin and stdout. Plain JavaScript: it is started as a program.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { parse } from 'pg-connection-string';

const CATALOGUE_CHAR_OID = 18;
const TEXT_OID = 25;
/** PostgreSQL's SQLSTATE → the code the Prisma command line reads. */
const KNOWN_ERRORS = { '3D000': 'P1003', '42P04': 'P1009', '28P01': 'P1000' };
const UNREACHABLE = 'P1001';

/** Mends what the adapter, made for queries, does not do for migrations. */
function mendAdapter(adapter) {
  readCatalogueChars(adapter);
  // The adapter cuts a script at every semicolon, also inside function bodies and comments. PostgreSQL reads it whole.
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** The adapter cannot read the one-byte "char" type of the catalogue tables: it is read as text, then announced as a character. */
function readCatalogueChars(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let fields = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    fields = result.fields;
    return {
      ...result,
      fields: fields.map((field) =>
        field.dataTypeID === CATALOGUE_CHAR_OID ? { ...field, dataTypeID: TEXT_OID } : field,
      ),
    };
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    fields.forEach((field, index) => {
      if (field.dataTypeID === CATALOGUE_CHAR_OID) result.columnTypes[index] = ColumnTypeEnum.Character;
    });
    return result;
  };
}

/** Gives shadow databases a pool of their own (a connection string would win over `database`) and drops them after use. */
class AdapterFactory extends PrismaPg {
  shadows = [];

  constructor(settings) {
    super(settings);
    this.settings = settings;
  }

  async connect() {
    return mendAdapter(await super.connect());
  }

  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const admin = await this.connect();
    await admin.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = mendAdapter(await new PrismaPg({ ...this.settings, database }).connect());
    const close = shadow.dispose.bind(shadow);
    let dropped;
    shadow.dispose = () =>
      (dropped ??= (async () => {
        await close();
        await admin.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
        await admin.dispose();
      })());
    this.shadows.push(shadow);
    return shadow;
  }

  async dropShadows() {
    await Promise.allSettled(this.shadows.splice(0).map((shadow) => shadow.dispose()));
  }
}

function log(level, fields) {
  const line = { level, target: 'schema_engine::logger', timestamp: new Date().toISOString(), fields };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** `cli <command>`: the one-shot commands around the database itself. Exits 0, or 1 with a JSON line on stderr. */
async function runDatabaseCommand(command, settings) {
  const target = command === 'can-connect-to-database' ? settings : { ...settings, database: 'postgres' };
  const name = pg.escapeIdentifier(settings.database);
  const client = new pg.Client(target);
  try {
    await client.connect();
    if (command === 'create-database') await client.query(`CREATE DATABASE ${name}`);
    if (command === 'drop-database') await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.end();
    return 0;
  } catch (error) {
    // The reader throws away the first line, in which the native engine announces itself.
    log('INFO', { message: 'Starting schema engine CLI' });
    log('ERROR', { error_code: KNOWN_ERRORS[error.code] ?? UNREACHABLE, message: error.message });
    return 1;
  }
}

function loadWebAssembly() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

async function answerRequests(settings) {
  loadWebAssembly();
  const factory = new AdapterFactory(settings);
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const { id, method, params } = JSON.parse(line);
    let reply;
    try {
      engine ??= await bindings.SchemaEngine.new(
        { datamodels: undefined },
        () => {},
        bindMigrationAwareSqlAdapterFactory(factory),
      );
      const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
      // The native engine prints what `diff` found; this one returns it.
      if (method === 'diff' && result.stdout !== null) {
        send({ method: 'print', id: 0, params: { content: result.stdout } });
      }
      reply = { id, result: result ?? null };
    } catch (error) {
      const data = { is_panic: false, message: error.message, meta: null, error_code: error.code };
      reply = { id, error: { code: 4466, message: 'schema engine error', data } };
    }
    await factory.dropShadows();
    send(reply);
  }
}

const args = process.argv.slice(2);
const settings = parse(JSON.parse(args[args.indexOf('--datasource') + 1]).url);
const command = args.includes('cli') ? args[args.indexOf('cli') + 1] : null;
if (command !== null) process.exit(await runDatabaseCommand(command, settings));
await answerRequests(settings);
process.exit(0);
