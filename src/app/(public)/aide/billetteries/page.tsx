import type { Metadata } from 'next';
import { GuideIndex } from '@/features/help/guide-index';
import { guideSlugs } from '@/features/help/guides';
import { splitTitle } from '@/features/help/markdown';
import { routes } from '@/features/routes';
import { loadGuide } from '@/server/help/load-guide';

export const metadata: Metadata = { title: 'Relier votre billetterie, pas à pas' };

export default async function GuidesPage() {
  const guides = await Promise.all(
    guideSlugs.map(async (slug) => ({ title: splitTitle(await loadGuide(slug)).title, href: routes.guide(slug) })),
  );
  return <GuideIndex guides={guides} />;
}
