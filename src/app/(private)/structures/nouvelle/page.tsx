import type { Metadata } from 'next';
import { PrivateShell } from '@/app/private-shell';
import { readViewer } from '@/app/viewer';
import { CreateOrganization } from '@/features/organizations/create-organization';

export const metadata: Metadata = { title: 'Votre structure' };

export default async function NewOrganizationPage() {
  const viewer = await readViewer();
  return (
    <PrivateShell viewer={viewer} organizationId={null}>
      <CreateOrganization />
    </PrivateShell>
  );
}
