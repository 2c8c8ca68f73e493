import 'server-only';
import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { cache } from 'react';
import { readClientAddress } from '@/server/auth/client-address';
import { getSession } from '@/server/auth/get-session';
import { database } from '@/server/db/client';
import type { Context } from './context';

/**
 * Context of the request being answered, for the pages that read before they render: session from the cookies,
 * correlation id, address of the caller. One per request, whoever asks (React's `cache`).
 */
export const getServerContext = cache(async (): Promise<Context> => ({
  db: database(),
  user: await getSession(),
  correlationId: randomUUID(),
  ipAddress: readClientAddress(await headers()),
}));
