import { tsImport } from 'tsx/esm/api';
import startServer from './global-setup.js';

/** The server of the databases, and the production build when it is not that of the present sources. */
export default async function startServerAndBuild() {
  const { ensureBuild } = await tsImport('../lib/ensure-build.ts', import.meta.url);
  const { readTestEnvironment } = await tsImport('../lib/environment.ts', import.meta.url);
  await ensureBuild(readTestEnvironment());
  await startServer();
}
