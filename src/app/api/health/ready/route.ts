import { answerReadiness } from '@/server/health/answer-readiness';

export const dynamic = 'force-dynamic';
export const GET = answerReadiness;
