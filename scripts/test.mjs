import { runProgram } from './lib/bootstrap.mjs';

await runProgram('test/main.ts');
