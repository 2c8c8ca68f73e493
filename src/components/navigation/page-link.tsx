import Link from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to another page of the account: only that page is asked for, and what is already known stays in memory. Nothing is
 * fetched ahead: a list of fifty shows would ask for fifty pages.
 */
export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
