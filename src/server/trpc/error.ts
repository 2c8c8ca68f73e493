import 'server-only';
import { TRPCError } from '@trpc/server';
import { type DefaultErrorShape } from '@trpc/server/unstable-core-do-not-import';
import { AppError, type ErrorCode } from '@/domain/errors';

type TrpcCode = TRPCError['code'];

/** Codes whose HTTP status says more than "cannot be done now" (409). */
const trpcCodes: Partial<Record<ErrorCode, TrpcCode>> = {
  'sign-in-required': 'UNAUTHORIZED',
  'not-found': 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  'too-many-requests': 'TOO_MANY_REQUESTS',
  'invalid-input': 'BAD_REQUEST',
  internal: 'INTERNAL_SERVER_ERROR',
};

/** Turns an expected failure into the tRPC error of its code; anything else stays an internal error, told to nobody. */
export function toTrpcError(error: unknown): TRPCError {
  if (error instanceof TRPCError) {
    return error.cause instanceof AppError ? toTrpcError(error.cause) : error;
  }
  if (error instanceof AppError) {
    return new TRPCError({ code: trpcCodes[error.code] ?? 'CONFLICT', message: error.code, cause: error });
  }
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'internal', cause: error });
}

/** Middleware end: replaces the error of a failed result by the one that may leave. */
export function exposeError<R extends { ok: boolean; error?: TRPCError }>(result: R): R {
  if (!result.ok && result.error) throw toTrpcError(result.error);
  return result;
}

/** What the browser receives: the code of the closed list, its detail, and nothing of ours. */
export function formatError(shape: DefaultErrorShape, error: TRPCError) {
  const cause = error.cause instanceof AppError ? error.cause : null;
  const invalid = error.code === 'BAD_REQUEST' && !cause;
  const appCode: ErrorCode =
    cause?.code ?? (invalid ? 'invalid-input' : error.code === 'UNAUTHORIZED' ? 'sign-in-required' : 'internal');
  return {
    ...shape,
    message: appCode,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      appCode,
      detail: cause?.detail ?? {},
    },
  };
}
