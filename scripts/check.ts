import { runSteps } from './test/run-steps';
import { deadCode, format, generate, lint, testBook, types, unit } from './test/steps';

// The part of `npm test` that needs neither a database nor a browser, in under a minute.
const isWell = await runSteps([[generate], [types, lint], [unit, format, deadCode, testBook]]);
process.exitCode = isWell ? 0 : 1;
