import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readTestEnvironment } from '../../scripts/lib/environment';
import { forgetEnv } from './env';
import { armBoundaries, armFromEnvironment, boundary } from './faults';

describe('a process told to die', () => {
  const before = { ...process.env };
  beforeEach(() => forgetEnv());
  afterEach(() => {
    armBoundaries(null);
    process.env = { ...before };
    forgetEnv();
  });

  function givenOrder(APP_MODE: string, CRASH_AT: string) {
    Object.assign(process.env, readTestEnvironment(), { APP_MODE, CRASH_AT });
    armFromEnvironment();
    return jest.spyOn(process, 'kill').mockReturnValue(true);
  }

  it('kills itself at the passage it was told, once', () => {
    const kill = givenOrder('test', 'step.delivered@2');
    boundary('step.claimed');
    boundary('step.delivered');
    expect(kill).not.toHaveBeenCalled();
    boundary('step.delivered');
    boundary('step.delivered');
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGKILL']]);
  });

  it.each(['prod', 'dev'])('lives on under APP_MODE=%s', (mode) => {
    const kill = givenOrder(mode, 'step.delivered@1');
    boundary('step.delivered');
    expect(kill).not.toHaveBeenCalled();
  });

  it('refuses to start on an order it cannot read', () => {
    expect(() => givenOrder('test', 'anywhere')).toThrow('CRASH_AT is not like step.delivered@3');
  });
});
