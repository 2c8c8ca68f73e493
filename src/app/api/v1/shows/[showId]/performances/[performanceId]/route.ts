import { handlePush } from '@/server/push/handle-push';

export const dynamic = 'force-dynamic';
export const DELETE = handlePush('removePerformance');
