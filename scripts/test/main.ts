import { onEndAsked } from '../lib/bootstrap.mjs';
import { reportFailure } from '../lib/failure.mjs';
import { stopEverything } from '../lib/processes';
import { runSteps } from './run-steps';
import {
  budget,
  build,
  deadCode,
  e2e,
  format,
  generate,
  integration,
  lint,
  stories,
  testBook,
  types,
  unit,
} from './steps';

onEndAsked(() => {
  void stopEverything().then(() => process.exit(130));
});

try {
  const isWell = await runSteps([
    [generate],
    [format, lint],
    [types, deadCode],
    [unit, testBook],
    [integration],
    [build],
    [budget, stories],
    [e2e],
  ]);
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  process.exitCode = reportFailure(error);
}
