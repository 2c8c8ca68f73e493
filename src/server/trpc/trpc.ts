import 'server-only';
import { initTRPC } from '@trpc/server';
import * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { limitRequests } from '@/server/rate-limit/limit-requests';
import { type RateLimitName } from '@/server/rate-limit/rate-limits';
import { type Actor, type Context } from './context';
import { exposeError, formatError } from './error';

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => formatError(shape, error),
  sse: {
    // Proxies close what is silent for a minute.
    ping: { enabled: true, intervalMs: 20_000 },
    // The browser then connects again, and its session is read again: a ban reaches open pages.
    maxDurationMs: 300_000,
    client: { reconnectAfterInactivityMs: 45_000 },
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Everybody. Expected failures leave as their code and nothing more. */
export const publicProcedure = t.procedure.use(async ({ next }) => exposeError(await next()));

/** A signed-in person; `ctx.user` is known. */
export const signedInProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new AppError('sign-in-required');
  return next({ ctx: { ...ctx, user: ctx.user } });
});

/** An admin of the service. Anybody else gets `not-found`: the pages of administration do not exist for them. */
export const adminProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (!ctx.user.isAdmin) throw new AppError('not-found');
  return next();
});

/** Middleware: counts requests of a person against a limit of src/server/rate-limit/rate-limits.ts. */
export const limitPerPerson = (name: RateLimitName) =>
  t.middleware(async ({ ctx, next }) => {
    if (!ctx.user) throw new AppError('sign-in-required');
    await limitRequests(name, ctx.user.id);
    return next();
  });

/**
 * A member of the structure named by `organizationId` in the input; `ctx.actor` is what use cases take.
 * A stranger gets `not-found`, as for a structure that does not exist.
 */
export const memberProcedure = signedInProcedure
  .input(z.object({ organizationId: z.uuid() }))
  .use(async ({ ctx, input, next }) => {
    const membership = await ctx.db.membership.findUnique({
      where: { organizationId_userId: { organizationId: input.organizationId, userId: ctx.user.id } },
      select: { organizationId: true },
    });
    if (!membership) throw new AppError('not-found');
    const actor: Actor = {
      db: ctx.db,
      user: ctx.user,
      organizationId: membership.organizationId,
      correlationId: ctx.correlationId,
    };
    return next({ ctx: { ...ctx, actor } });
  });
