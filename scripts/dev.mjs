import { runProgram } from './lib/bootstrap.mjs';

await runProgram('dev/main.ts');
