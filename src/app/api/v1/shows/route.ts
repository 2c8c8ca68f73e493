import { handlePush } from '@/server/push/handle-push';

export const dynamic = 'force-dynamic';
export const GET = handlePush('listShows');
export const POST = handlePush('pushShows');
