import { describe, expect, it } from '@jest/globals';
import { AppError, errorCodes } from './errors';

describe('AppError', () => {
  it('carries a code of the closed list, a message for the log and what the screen needs', () => {
    const cause = new Error('socket hang up');
    const error = new AppError('unavailable', 'Billetweb did not answer', { seconds: 15 }, { cause });
    expect(error).toMatchObject({
      name: 'AppError',
      code: 'unavailable',
      message: 'Billetweb did not answer',
      detail: { seconds: 15 },
      cause,
    });
    expect(error).toBeInstanceOf(Error);
  });

  it('says its code when it has nothing else to say', () => {
    expect(new AppError('not-found')).toMatchObject({ message: 'not-found', detail: {} });
  });

  it('has no code twice', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
  });
});
