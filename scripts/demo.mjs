import { runProgram } from './lib/bootstrap.mjs';

await runProgram('demo/main.ts');
