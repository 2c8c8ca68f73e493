import { answerRobots } from '@/server/health/public-files';

export const dynamic = 'force-dynamic';
export const GET = answerRobots;
