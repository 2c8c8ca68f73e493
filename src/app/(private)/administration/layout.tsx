import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { PrivateShell } from '@/app/private-shell';
import { readViewer } from '@/app/viewer';

/** Pages of administration: they do not exist for anybody else. */
export default async function AdministrationLayout({ children }: { readonly children: ReactNode }) {
  const viewer = await readViewer();
  if (!viewer.user.isAdmin) notFound();
  return (
    <PrivateShell viewer={viewer} organizationId={null}>
      {children}
    </PrivateShell>
  );
}
