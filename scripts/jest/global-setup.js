// Jest loads this file as it is: the server's module is TypeScript, hence tsx.
import { tsImport } from 'tsx/esm/api';

/** One PostgreSQL server for the run. Test files make databases in it with src/testing/database.ts. */
export default async function startServer() {
  const { startTestServer } = await tsImport('../lib/test-server.ts', import.meta.url);
  const server = await startTestServer();
  process.env.TEST_DATABASE_SERVER_URL = server.urlOf('postgres');
  globalThis.testDatabaseServer = server;
}
