'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { useDismissal } from './use-dismissal';

export type NavigationItem = { readonly text: string; readonly href: string };
type OrganizationLink = { readonly name: string; readonly href: string; readonly isCurrent: boolean };

export type ActiveNavigationProps = {
  readonly items: readonly NavigationItem[];
  readonly organizations: readonly OrganizationLink[];
};

/**
 * The pages of a structure, the current one marked, and the other structures of the person if any. The design system's
 * markup, without its React component, which brings kinds of menus that are not used here to the first load.
 */
export function ActiveNavigation({ items, organizations }: ActiveNavigationProps) {
  const path = usePathname();
  return (
    <nav className="fr-nav" aria-label="Menu principal">
      <ul className="fr-nav__list">
        {items.map(({ text, href }) => (
          <li key={href} className="fr-nav__item">
            <Link
              className="fr-nav__link"
              href={href}
              aria-current={path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}
            >
              {text}
            </Link>
          </li>
        ))}
        {organizations.length > 1 && <OrganizationMenu organizations={organizations} />}
      </ul>
    </nav>
  );
}

function OrganizationMenu({ organizations }: Pick<ActiveNavigationProps, 'organizations'>) {
  const path = usePathname();
  // Open for one page: following a link closes the menu.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const isOpen = openOn === path;
  const menuId = useId();
  const root = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useDismissal(isOpen, { root, button }, () => setOpenOn(null));
  return (
    <li className="fr-nav__item" ref={root}>
      <button
        ref={button}
        type="button"
        className="fr-nav__btn"
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setOpenOn(isOpen ? null : path)}
      >
        Changer de structure
      </button>
      <div className={`fr-collapse fr-menu${isOpen ? ' fr-collapse--expanded' : ''}`} id={menuId}>
        <ul className="fr-menu__list">
          {organizations.map(({ name, href, isCurrent }) => (
            <li key={href}>
              <Link className="fr-nav__link" href={href} aria-current={isCurrent ? 'true' : undefined}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
