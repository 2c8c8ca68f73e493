'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formatCounted } from '@/i18n/format';
import type { AgenciesPreview } from '@/server/agencies/agencies.schema';

export type ImportPreviewProps = {
  readonly fileName: string;
  readonly preview: AgenciesPreview;
  readonly onCancel: () => void;
  /** `force`: said although many agencies would go. */
  readonly onConfirm: (force: boolean) => void;
};

/** What a file would change and what is wrong in it, before anything changes. */
export function ImportPreview({ fileName, preview, onCancel, onConfirm }: ImportPreviewProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const [isSure, setSure] = useState(false);
  useEffect(() => title.current?.focus(), []);
  const { refusal, added, updated, removed, isSuspicious, lostCodes, current } = preview;
  const isSame = added.length + updated.length + removed.length === 0;
  return (
    <section aria-labelledby="agencies-preview" className="fr-mt-3w">
      <h3 id="agencies-preview" ref={title} tabIndex={-1} className="fr-h5 app-break">
        Ce que changerait {fileName}
      </h3>
      {refusal !== null && (
        <div className="fr-alert fr-alert--error fr-mb-3w">
          <h4 className="fr-alert__title">Cette liste ne peut pas être lue</h4>
          <p>{toSentence(refusal)}</p>
        </div>
      )}
      {refusal === null && (
        <>
          {isSame && <p>Rien&nbsp;: c’est la liste déjà connue.</p>}
          <Entries title="Ajoutées" entries={added} />
          <Entries title="Modifiées" entries={updated} />
          <Entries title="Retirées" entries={removed} />
          <Oddities preview={preview} />
          {isSuspicious && (
            <div className="fr-alert fr-alert--warning fr-my-3w">
              <h4 className="fr-alert__title">Cette liste est-elle entière&nbsp;?</h4>
              <p>
                Elle retirerait {formatCounted(removed.length, 'délégation')} sur {current}, et laisserait{' '}
                {formatCounted(lostCodes, 'code')} sans délégation.
              </p>
              <div className="fr-checkbox-group">
                <input
                  type="checkbox"
                  id="agencies-sure"
                  checked={isSure}
                  onChange={({ target }) => setSure(target.checked)}
                />
                <label className="fr-label" htmlFor="agencies-sure">
                  Oui, j’ai vérifié&nbsp;: ces délégations n’existent plus
                </label>
              </div>
            </div>
          )}
        </>
      )}
      <div className="fr-btns-group fr-btns-group--inline-sm">
        {refusal === null && !isSame && (
          <button
            type="button"
            className="fr-btn"
            disabled={isSuspicious && !isSure}
            onClick={() => onConfirm(isSuspicious)}
          >
            Importer cette liste
          </button>
        )}
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onCancel}>
          {refusal === null && !isSame ? 'Annuler' : 'Fermer'}
        </button>
      </div>
    </section>
  );
}

function Entries({ title, entries }: { readonly title: string; readonly entries: AgenciesPreview['added'] }) {
  return (
    <List title={title} count={entries.length}>
      {entries.map(({ email, codes }) => (
        <li key={email}>
          {email}, {formatCounted(codes.length, 'code')}
          {codes.length <= 12 && `\u00a0: ${codes.join(', ')}`}
        </li>
      ))}
    </List>
  );
}

/** Each with the number of its row, so that the file can be mended. */
function Oddities({ preview: { conflicts, unreadableRows, repairedRows } }: Pick<ImportPreviewProps, 'preview'>) {
  return (
    <>
      <List title="Codes demandés par plusieurs délégations" count={conflicts.length}>
        {conflicts.map(({ code, emails }) => (
          <li key={code}>
            {code}&nbsp;: {emails.join(', ')}. Il va à la première.
          </li>
        ))}
      </List>
      <List title="Lignes laissées de côté" count={unreadableRows.length}>
        {unreadableRows.map(({ row, reason }) => (
          <li key={row}>
            Ligne {row}&nbsp;: {reason === 'code' ? 'code postal illisible' : 'adresse de courriel illisible'}.
          </li>
        ))}
      </List>
      <List title="Lignes réparées" count={repairedRows.length}>
        {repairedRows.map(({ row, read, codes }) => (
          <li key={row}>
            Ligne {row}&nbsp;: «&nbsp;{read}&nbsp;» lu {codes.join(', ')}.
          </li>
        ))}
      </List>
    </>
  );
}

type ListProps = { readonly title: string; readonly count: number; readonly children: ReactNode };

function List({ title, count, children }: ListProps) {
  if (count === 0) return null;
  return (
    <details open={count <= 10} className="app-break fr-mb-2w">
      <summary>
        {title} ({count})
      </summary>
      <ul>{children}</ul>
    </details>
  );
}

function toSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
