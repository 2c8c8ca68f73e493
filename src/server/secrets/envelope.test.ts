import { describe, expect, it } from '@jest/globals';
import { decryptSecret, encryptSecret, isEncryptedWithFirstKey } from './envelope';

const oldKey = { id: 'old', key: Buffer.alloc(32, 1) };
const newKey = { id: 'new', key: Buffer.alloc(32, 2) };

describe('a secret in its envelope', () => {
  it('is given back to its own row only', () => {
    const envelope = encryptSecret('clé secrète', 'row-1', [oldKey]);
    expect(decryptSecret(envelope, 'row-1', [oldKey])).toBe('clé secrète');
    expect(() => decryptSecret(envelope, 'row-2', [oldKey])).toThrow('was altered, or belongs to another row');
  });

  it('never looks the same twice and says which key closed it', () => {
    const [first, second] = [1, 2].map(() => encryptSecret('secret', 'row-1', [oldKey]));
    expect(first).toMatch(/^v1\.old\.[\w-]{16}\.[\w-]{22}\.[\w-]{8}$/);
    expect(first).not.toBe(second);
  });

  it('opens with any known key after a rotation, and closes with the first', () => {
    const before = encryptSecret('secret', 'row-1', [oldKey]);
    const after = encryptSecret('secret', 'row-1', [newKey, oldKey]);
    expect([before, after].map((envelope) => decryptSecret(envelope, 'row-1', [newKey, oldKey]))).toEqual([
      'secret',
      'secret',
    ]);
    expect([before, after].map((envelope) => isEncryptedWithFirstKey(envelope, [newKey, oldKey]))).toEqual([
      false,
      true,
    ]);
    expect(() => decryptSecret(before, 'row-1', [newKey])).toThrow('CREDENTIALS_KEYS does not hold');
  });

  it('refuses what was altered, cut or is no envelope', () => {
    const envelope = encryptSecret('secret', 'row-1', [oldKey]);
    const altered = envelope.slice(0, -1) + (envelope.endsWith('A') ? 'B' : 'A');
    for (const text of [altered, envelope.slice(0, 20), '', 'plain text', envelope.replace('v1', 'v2')]) {
      expect(() => decryptSecret(text, 'row-1', [oldKey])).toThrow('This secret was');
    }
  });
});
