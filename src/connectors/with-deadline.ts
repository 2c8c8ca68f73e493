import type { ConnectorContext } from './connector';
import { AppError } from '@/domain/errors';

/** Runs `work` with a context that is aborted after `milliseconds`; running out of time is then `unavailable`. */
export async function withDeadline<Output>(
  context: ConnectorContext,
  milliseconds: number,
  work: (context: ConnectorContext) => Promise<Output>,
): Promise<Output> {
  const deadline = AbortSignal.timeout(milliseconds);
  try {
    return await work({ ...context, signal: AbortSignal.any([context.signal, deadline]) });
  } catch (error) {
    context.signal.throwIfAborted();
    if (deadline.aborted) throw new AppError('unavailable', `no answer within ${milliseconds} ms`);
    throw error;
  }
}
