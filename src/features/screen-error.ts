import { TRPCClientError } from '@trpc/client';
import type { ScreenErrorCode } from '@/i18n/errors';
import type { AppRouter } from '@/server/trpc/client-types';

export type ScreenError = {
  readonly code: ScreenErrorCode;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

/** What went wrong, in the words that `ErrorMessage` knows. A request that never got an answer is `offline`. */
export function toScreenError(error: unknown): ScreenError {
  if (isTrpcError(error)) {
    return error.data ? { code: error.data.appCode, detail: error.data.detail } : { code: 'offline', detail: {} };
  }
  return { code: 'internal', detail: {} };
}

function isTrpcError(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}
