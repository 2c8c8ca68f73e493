import type { Metadata } from 'next';
import { CreateShow } from '@/features/manual/create-show';

export const metadata: Metadata = { title: 'Ajouter un spectacle' };

type Props = { readonly params: Promise<{ organizationId: string }> };

export default async function NewShowPage({ params }: Props) {
  const { organizationId } = await params;
  return <CreateShow organizationId={organizationId} />;
}
