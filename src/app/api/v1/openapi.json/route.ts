import { answerOpenApi } from '@/server/push/answer-open-api';

export const dynamic = 'force-static';
export const GET = answerOpenApi;
