import { describe } from '@jest/globals';
import { describeFigures } from './contract/describe-figures';
import { describeSecrets } from './contract/describe-secrets';
import { describeTrouble } from './contract/describe-trouble';
import { createHarness, type ContractOptions } from './contract/harness';

/** The suite that every connector passes, over real HTTP to a strict imitation of its vendor, with a clock that never waits. */
export function describeConnector(options: ContractOptions): void {
  describe(`Connector ${options.connector.descriptor.label}`, () => {
    const harness = createHarness(options);
    describeFigures(harness);
    describeTrouble(harness);
    describeSecrets(harness);
  });
}
