'use client';
import { PageError, type PageErrorProps } from '@/app/page-error';

/** Inside the frame, which still works. */
export default function PublicError(props: PageErrorProps) {
  return <PageError {...props} />;
}
