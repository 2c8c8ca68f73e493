import type { ReactNode } from 'react';
import { PublicHeader } from '@/components/layout/public-header';
import { contentId } from '@/components/layout/service';
import { SiteFooter } from '@/components/layout/site-footer';
import { routes } from '@/features/routes';

/** Frame of the pages that need no account, and of the error pages. */
export function PublicShell({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <PublicHeader links={routes} />
      <main id={contentId} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter links={routes} />
    </>
  );
}
