import { reportFailure } from './lib/failure.mjs';
import { runStories } from './stories/run-stories';

// After `npm run build:storybook`; an argument keeps the stories whose id contains it.
try {
  const { passed, failures } = await runStories(process.argv[2]);
  for (const { id, faults } of failures) console.error(`✗ ${id}\n${faults.map((fault) => `    ${fault}`).join('\n')}`);
  console.log(`${passed} passed, ${failures.length} failed, 0 skipped`);
  process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  process.exitCode = reportFailure(error);
}
