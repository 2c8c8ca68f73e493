import { describe, expect, it } from '@jest/globals';
import { Failure, explainFailure } from './failure.mjs';

const full = 'Le disque est plein : libérez de la place, puis relancez la commande.';

describe('explainFailure', () => {
  it.each([
    ['a failure that has its sentence', new Failure('Le port 3000 est déjà pris.'), 'Le port 3000 est déjà pris.'],
    ['a write refused by the system', Object.assign(new Error('write'), { code: 'ENOSPC' }), full],
    ['a program that says that the disk is full', { output: 'could not write: No space left on device' }, full],
    [
      'a program that says that its port is taken',
      { output: 'Error: listen EADDRINUSE: address already in use' },
      'Un port nécessaire est déjà pris par un autre programme : arrêtez-le, puis relancez la commande.',
    ],
    ['anything else', new Error('unexpected'), null],
  ])('gives the sentence for %s', (_, error, sentence) => {
    expect(explainFailure(error)).toBe(sentence);
  });
});
