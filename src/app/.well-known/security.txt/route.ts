import { answerSecurityContact } from '@/server/health/public-files';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return answerSecurityContact();
}
