import { Buffer } from 'node:buffer';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { expectCode, type ContractHarness } from './harness';

/** What a connector never shows, and whom it never calls. */
export function describeSecrets(harness: ContractHarness): void {
  describe('in keeping secrets', () => {
    const modes = ['none', '500', '429', 'html', 'cut', 'down', 'wrong-json', 'wrong-shape', 'challenge', 'redirect'];

    it.each(modes)('shows no key and no query in a log or an error («\u00a0%s\u00a0»)', async (mode) => {
      const { valid, wrong } = harness.world().credentials;
      if (mode !== 'none') harness.world().setTrouble({ mode });
      const outcomes = [
        await harness.synchronize(valid).catch((error: unknown) => error),
        await harness.synchronize(wrong).catch((error: unknown) => error),
        await harness.options.connector.testConnection(harness.toContext(wrong)).catch((error: unknown) => error),
      ];
      const seen = inspect([outcomes.filter((outcome) => outcome instanceof Error), harness.logged()], {
        depth: null,
        showHidden: true,
      });
      expect(harness.logged().length).toBeGreaterThan(0);
      for (const { accessKey, secretKey } of [valid, wrong]) {
        for (const secret of [secretKey, Buffer.from(`${accessKey ?? ''}:${secretKey}`).toString('base64')]) {
          expect(seen).not.toContain(secret);
        }
      }
      expect(JSON.stringify(harness.logged())).not.toContain('?');
    });

    it('refuses a private address, and an address that is not https, before any request', async () => {
      const context = harness.toContext(harness.world().credentials.valid, { allowPrivateNetwork: false });
      await expectCode(harness.options.connector.testConnection(context), 'invalid-address');
      for (const baseUrl of [
        'https://127.0.0.1:9',
        'https://169.254.169.254',
        'https://[::1]:9',
        'http://vendor.example',
      ]) {
        await expectCode(harness.options.connector.testConnection({ ...context, baseUrl }), 'invalid-address');
      }
      expect(harness.world().countRequests()).toBe(0);
    });
  });
}
