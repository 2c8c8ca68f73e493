import type { ReactNode } from 'react';

/** A page to read: a title, sections, lines of a comfortable length. */
export function Prose({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <article className="fr-container fr-my-6w app-prose">
      <h1>{title}</h1>
      {children}
    </article>
  );
}
