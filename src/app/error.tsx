'use client';
import { contentId } from '@/components/layout/service';
import { PageError, type PageErrorProps } from './page-error';

/** Without the frame: it would be loaded by every page, in case it fails. */
export default function RootError(props: PageErrorProps) {
  return (
    <main id={contentId} tabIndex={-1}>
      <PageError {...props} />
    </main>
  );
}
