import type { ReactNode } from 'react';
import { PrivateShell } from '@/app/private-shell';
import { readOrganization } from '@/app/viewer';

type Props = { readonly params: Promise<{ organizationId: string }>; readonly children: ReactNode };

export default async function OrganizationLayout({ params, children }: Props) {
  const { organizationId } = await params;
  const { viewer } = await readOrganization(organizationId);
  return (
    <PrivateShell viewer={viewer} organizationId={organizationId}>
      {children}
    </PrivateShell>
  );
}
