import { handlePush } from '@/server/push/handle-push';

export const dynamic = 'force-dynamic';
export const GET = handlePush('getShow');
export const PUT = handlePush('putShow');
