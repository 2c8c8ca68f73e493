'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { brandTop, headerId, homeLink, serviceName, serviceTagline } from './service';

export type SiteHeaderProps = {
  /** Under the name of the service: what it does, or the structure being looked at. */
  readonly tagline?: string | undefined;
  /** Links and menus at the right; in the menu on a narrow screen. */
  readonly tools: readonly ReactNode[];
  readonly navigation?: ReactNode;
};

const menuId = `${headerId}-menu`;
const menuButtonId = `${headerId}-bouton-menu`;
/** Where the design system's header shows its menu in place. */
const wideScreen = '(min-width: 62em)';

/**
 * Head of every page, in the design system's markup. Its React component would bring its search, its dialogs and their
 * translations to the first load of every page (5 kB); its script, 28 kB and endless work (ADR 8).
 */
export function SiteHeader({ tagline = serviceTagline, tools, navigation }: SiteHeaderProps) {
  const path = usePathname();
  // Open for one page: following a link closes the menu.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const isOpen = openOn === path;
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpenOn(null);
    button.current?.focus();
  };

  useEffect(() => {
    if (!isOpen) return;
    menu.current?.querySelector('button')?.focus();
    const root = document.documentElement;
    const screen = window.matchMedia(wideScreen);
    const leave = () => setOpenOn(null);
    root.dataset['frScrolling'] = 'false';
    screen.addEventListener('change', leave);
    return () => {
      delete root.dataset['frScrolling'];
      screen.removeEventListener('change', leave);
    };
  }, [isOpen]);

  return (
    <header role="banner" id={headerId} className="fr-header">
      <div className="fr-header__body">
        <div className="fr-container">
          <div className="fr-header__body-row">
            <div className="fr-header__brand fr-enlarge-link">
              <div className="fr-header__brand-top">
                <div className="fr-header__logo">
                  <p className="fr-logo">{brandTop}</p>
                </div>
                <div className="fr-header__navbar">
                  <button
                    ref={button}
                    type="button"
                    id={menuButtonId}
                    className="fr-btn--menu fr-btn"
                    aria-expanded={isOpen}
                    aria-controls={menuId}
                    title="Menu"
                    onClick={() => setOpenOn(path)}
                  >
                    Menu
                  </button>
                </div>
              </div>
              <div className="fr-header__service">
                <Link {...homeLink}>
                  <p className="fr-header__service-title">{serviceName}</p>
                </Link>
                <p className="fr-header__service-tagline">{tagline}</p>
              </div>
            </div>
            <div className="fr-header__tools">
              <div className="fr-header__tools-links">
                <Tools items={tools} />
              </div>
            </div>
          </div>
        </div>
      </div>
      <div
        ref={menu}
        className={`fr-header__menu fr-modal${isOpen ? ' fr-modal--opened' : ''}`}
        id={menuId}
        {...(isOpen
          ? {
              role: 'dialog',
              'aria-modal': true,
              'aria-labelledby': menuButtonId,
              onKeyDown: (event: KeyboardEvent<HTMLElement>) => keepInside(event, close),
            }
          : {})}
      >
        <div className="fr-container">
          <button type="button" className="fr-btn--close fr-btn" aria-controls={menuId} title="Fermer" onClick={close}>
            Fermer
          </button>
          <div className="fr-header__menu-links">
            <Tools items={tools} />
          </div>
          {navigation}
        </div>
      </div>
    </header>
  );
}

/** In an open menu Tab goes round, and Escape leaves it. */
function keepInside(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key === 'Escape') return close();
  if (event.key !== 'Tab') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('a[href], button')].filter((stop) =>
    stop.checkVisibility({ visibilityProperty: true }),
  );
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}

function Tools({ items }: { readonly items: readonly ReactNode[] }) {
  return (
    <ul className="fr-btns-group">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
