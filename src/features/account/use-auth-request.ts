'use client';
import { useState } from 'react';
import type { AuthFailure, AuthOutcome } from './auth-client';

type State = {
  readonly status: 'idle' | 'pending' | 'done' | 'failed';
  readonly failure: AuthFailure | null;
  readonly attempt: number;
};

/** One request to the account server at a time: whether it runs, what it answered. True when it succeeded. */
export function useAuthRequest() {
  const [state, setState] = useState<State>({ status: 'idle', failure: null, attempt: 0 });
  const run = async (request: () => Promise<AuthOutcome>): Promise<boolean> => {
    if (state.status === 'pending') return false;
    setState(({ attempt }) => ({ status: 'pending', failure: null, attempt: attempt + 1 }));
    const outcome = await request();
    setState(({ attempt }) => ({
      status: outcome.ok ? 'done' : 'failed',
      failure: outcome.ok ? null : outcome.failure,
      attempt,
    }));
    return outcome.ok;
  };
  return { ...state, run };
}
