import { guideSlugs } from '@/features/help/guides';
import { routes } from '@/features/routes';
import { answerSitemap } from '@/server/health/public-files';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  const { home, signIn, signUp, terms, legalNotice, privacy, accessibility, guides, pushApi } = routes;
  const help = guideSlugs.map((slug) => routes.guide(slug));
  return answerSitemap([home, signIn, signUp, terms, legalNotice, privacy, accessibility, guides, ...help, pushApi]);
}
