'use client';
import { PageError, type PageErrorProps } from '@/app/page-error';

/** Inside the frame: the person keeps the menu and goes elsewhere. */
export default function OrganizationError(props: PageErrorProps) {
  return <PageError {...props} />;
}
