'use client';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { formatCounted } from '@/i18n/format';
import type { Proposal, Proposals } from '../directories';
import styles from '../declaration.module.css';

export type DirectorySearchProps<T> = {
  readonly label: string;
  readonly hint: string;
  readonly search: (text: string) => Promise<Proposals<T>>;
  readonly onChoose: (value: T) => void;
};

const minLength = 3;
const typingPauseMs = 300;

/** A search in an outside directory: proposals are plain buttons, and typing by hand stays possible when it is down. */
export function DirectorySearch<T>({ label, hint, search, onChoose }: DirectorySearchProps<T>) {
  const id = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Proposals<T> | null>(null);
  const latest = useRef(search);
  const searchNow = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted.length < minLength) return;
    let isCurrent = true;
    const ask = () => {
      clearTimeout(timer);
      latest.current(wanted).then(
        (proposals) => isCurrent && setFound(proposals),
        () => isCurrent && setFound({ available: false, proposals: [] }),
      );
    };
    const timer = setTimeout(ask, typingPauseMs);
    searchNow.current = ask;
    return () => {
      isCurrent = false;
      searchNow.current = null;
      clearTimeout(timer);
    };
  }, [text]);
  /** Enter searches at once. It never submits the form around, which still holds the former choice. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!event.nativeEvent.isComposing) searchNow.current?.();
  };
  const shown = text.trim().length < minLength ? null : found;
  return (
    <div>
      <div className="fr-input-group fr-mb-1v">
        <label className="fr-label" htmlFor={id}>
          {label}
          <span className="fr-hint-text">{hint}</span>
        </label>
        <input
          id={id}
          className="fr-input"
          type="search"
          autoComplete="off"
          data-own-undo
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <p role="status" className="fr-hint-text">
        {shown && describeFound(shown)}
      </p>
      <ProposalList proposals={shown?.proposals ?? []} onChoose={onChoose} />
    </div>
  );
}

/** Proposals to pick from, each a button that says everything. */
export function ProposalList<T>({
  proposals,
  onChoose,
}: {
  readonly proposals: readonly Proposal<T>[];
  readonly onChoose: (value: T) => void;
}) {
  if (proposals.length === 0) return null;
  return (
    <ul className={styles.proposals}>
      {proposals.map((proposal) => (
        <li key={`${proposal.label}|${proposal.detail}`}>
          <button type="button" className={styles.proposal} onClick={() => onChoose(proposal.value)}>
            <strong>{proposal.label}</strong>
            {proposal.detail && <span>{proposal.detail}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function describeFound({ available, proposals }: Proposals<unknown>): string {
  if (!available) return 'L’annuaire ne répond pas en ce moment\u00a0: saisissez les informations vous-même.';
  if (proposals.length === 0) return 'Aucun résultat\u00a0: vérifiez le texte ou saisissez les informations vous-même.';
  return formatCounted(proposals.length, 'proposition');
}
