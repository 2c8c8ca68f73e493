import type { Metadata } from 'next';
import { NewImport } from '@/features/imports/new-import';

export const metadata: Metadata = { title: 'Importer un fichier' };

type Props = { readonly params: Promise<{ organizationId: string }> };

export default async function NewImportPage({ params }: Props) {
  const { organizationId } = await params;
  return <NewImport organizationId={organizationId} />;
}
