import type { ReactNode } from 'react';

/** One column, wide enough for a form and no wider. */
export default function AccountLayout({ children }: { readonly children: ReactNode }) {
  return <div className="fr-container fr-my-6w app-narrow">{children}</div>;
}
