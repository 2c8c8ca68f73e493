import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Guide } from '@/features/help/guide';
import { guideSlugs } from '@/features/help/guides';
import { splitTitle } from '@/features/help/markdown';
import { routes } from '@/features/routes';
import { loadGuide } from '@/server/help/load-guide';

type Props = { readonly params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: splitTitle(await readGuide(params)).title };
}

export default async function GuidePage({ params }: Props) {
  return <Guide source={await readGuide(params)} indexHref={routes.guides} />;
}

async function readGuide(params: Props['params']): Promise<string> {
  const { slug } = await params;
  const known = guideSlugs.find((guide) => guide === slug);
  if (!known) notFound();
  return loadGuide(known);
}
