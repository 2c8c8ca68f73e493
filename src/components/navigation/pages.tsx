import type { MouseEvent } from 'react';

export type PagesProps = {
  /** From 1. */
  readonly current: number;
  readonly count: number;
  readonly toHref: (page: number) => string;
  /** Follows a page without loading the whole site again; left out, the links are the browser's. */
  readonly onFollow?: (page: number, event: MouseEvent<HTMLAnchorElement>) => void;
};

type Step = { readonly page: number; readonly label: string; readonly kind?: string };

/** Pages of a list: first, previous, those around, next, last. Markup of the design system, without its script. */
export function Pages({ current, count, toHref, onFollow }: PagesProps) {
  const back: readonly Step[] = [
    { page: 1, label: 'Première page', kind: 'fr-pagination__link--first' },
    { page: current - 1, label: 'Page précédente', kind: 'fr-pagination__link--prev fr-pagination__link--lg-label' },
  ];
  const on: readonly Step[] = [
    { page: current + 1, label: 'Page suivante', kind: 'fr-pagination__link--next fr-pagination__link--lg-label' },
    { page: count, label: 'Dernière page', kind: 'fr-pagination__link--last' },
  ];
  const around: readonly Step[] = listPagesAround(current, count).map((page) => ({ page, label: String(page) }));
  const steps = [...(current > 1 ? back : []), ...around, ...(current < count ? on : [])];
  return (
    <nav className="fr-pagination fr-mt-4w" aria-label="Pages de la liste">
      <ul className="fr-pagination__list">
        {steps.map(({ page, label, kind }) => (
          <li key={kind ?? page}>
            <a
              className={`fr-pagination__link ${kind ?? ''}`}
              href={toHref(page)}
              title={kind ? undefined : `Page ${label}`}
              aria-current={kind === undefined && page === current ? 'page' : undefined}
              onClick={(event) => onFollow?.(page, event)}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** At most five pages, the current one in the middle where it can be. */
function listPagesAround(current: number, count: number): number[] {
  const first = Math.max(1, Math.min(current - 2, count - 4));
  return Array.from({ length: Math.min(5, count) }, (_, index) => first + index);
}
