import type { Metadata } from 'next';
import { NewConnection } from '@/features/connections/new-connection';

export const metadata: Metadata = { title: 'Connecter une billetterie' };

type Props = { readonly params: Promise<{ organizationId: string }> };

export default async function NewConnectionPage({ params }: Props) {
  const { organizationId } = await params;
  return <NewConnection organizationId={organizationId} />;
}
