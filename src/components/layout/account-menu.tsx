'use client';
import { useId, useRef, useState } from 'react';
import { useDismissal } from './use-dismissal';

export type AccountMenuProps = {
  readonly user: { readonly firstname: string; readonly lastname: string; readonly email: string };
  /** Pages that this person alone may open (administration). */
  readonly links?: readonly { readonly text: string; readonly href: string }[];
  readonly onSignOut: () => void;
};

/** The person's name; opened, their address and the way out of the account. */
export function AccountMenu({ user, links = [], onSignOut }: AccountMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useDismissal(isOpen, { root, button }, () => setIsOpen(false));

  return (
    <div className="app-account" ref={root}>
      <button
        ref={button}
        type="button"
        className="fr-btn fr-icon-account-circle-line app-account__button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {user.firstname} {user.lastname}
      </button>
      <div id={panelId} className="app-account__panel" hidden={!isOpen}>
        <p className="fr-text--sm app-account__email">{user.email}</p>
        {links.map(({ text, href }) => (
          <p key={href}>
            <a className="fr-link" href={href}>
              {text}
            </a>
          </p>
        ))}
        <button
          type="button"
          className="fr-btn fr-btn--secondary fr-icon-logout-box-r-line fr-btn--icon-left"
          onClick={onSignOut}
        >
          Se déconnecter
        </button>
      </div>
    </div>
  );
}
