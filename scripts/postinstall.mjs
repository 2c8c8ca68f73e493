// After every installation: the database client that the code imports (nothing is downloaded), and a mark of what is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, stampDependencies } from './lib/bootstrap.mjs';

const prisma = join(root, 'node_modules', 'prisma', 'build', 'index.js');

if (existsSync(prisma) && existsSync(join(root, 'prisma', 'schema.prisma'))) {
  const { status, stderr } = spawnSync(process.execPath, [prisma, 'generate'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) process.stderr.write(stderr);
  process.exitCode = status ?? 1;
}
if (existsSync(join(root, 'package-lock.json'))) stampDependencies();
