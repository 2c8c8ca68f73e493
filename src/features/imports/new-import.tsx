'use client';
import { useRouter } from 'next/navigation';
import { routes } from '@/features/routes';
import { NewImportView } from './new-import-view';
import { uploadFile } from './upload-file';

/** Sends a file, then shows it being read. */
export function NewImport({ organizationId }: { readonly organizationId: string }) {
  const router = useRouter();
  return (
    <NewImportView
      upload={(file, onProgress) => uploadFile(organizationId, file, onProgress)}
      onUploaded={(importId) => router.push(routes.import(organizationId, importId))}
      newConnectionHref={routes.newConnection(organizationId)}
    />
  );
}
