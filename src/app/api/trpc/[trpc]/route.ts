import { handleTrpc } from '@/server/trpc/handle-trpc';

export const dynamic = 'force-dynamic';
export const GET = handleTrpc;
export const POST = handleTrpc;
