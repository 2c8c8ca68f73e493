import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { database } from '@/server/db/client';
import { readSession } from './read-session';

/** The signed-in person, for pages: read once per request, however many components ask. */
export const getSession = cache(async () => readSession(database(), await headers()));
