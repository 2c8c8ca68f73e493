import { describe, expect, it } from '@jest/globals';
import { toCanonicalJson, toSha256 } from './canonical-json';

describe('toCanonicalJson', () => {
  it('gives one text for one value, whatever the order of its keys', () => {
    const value = { b: [2, { z: null, a: 'é' }], a: { d: false, c: 1 } };
    expect(toCanonicalJson(value)).toBe('{"a":{"c":1,"d":false},"b":[2,{"a":"é","z":null}]}');
    expect(toCanonicalJson({ a: { c: 1, d: false }, b: [2, { a: 'é', z: null }], e: undefined })).toBe(
      toCanonicalJson(value),
    );
  });
});

describe('toSha256', () => {
  it('is that of the standard', () => {
    expect(toSha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
