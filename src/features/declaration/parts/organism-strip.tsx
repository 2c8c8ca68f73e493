'use client';
import { useState } from 'react';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import { isBlocking } from '@/domain/declaration/issues';
import type { SeriesOrganism } from '@/domain/organism';
import { describeIssue } from '@/i18n/declaration-issues';
import { formatCounted, formatDate } from '@/i18n/format';
import { declarationStateLabels, organismLabels } from '@/i18n/labels';
import type { DeclarationView } from '@/server/declarations/get-declaration.schema';
import { useDraftSession } from '../draft-context';
import { describePerformance } from './describe-field';
import { locateIssue } from './field-ids';
import styles from '../declaration.module.css';

export type OrganismStripProps = {
  readonly organism: SeriesOrganism;
  readonly declaration: DeclarationView | null;
  readonly issues: readonly DeclarationIssue[];
  readonly onGoTo: (issue: DeclarationIssue) => void;
  readonly submissionHref: (submissionId: string) => string;
};

/** Where one organism stands: sent, complete, or what is missing in words, each a link to its field. */
export function OrganismStrip({ organism, declaration, issues, onGoTo, submissionHref }: OrganismStripProps) {
  const blocking = issues.filter(isBlocking);
  const warnings = issues.filter((issue) => !isBlocking(issue));
  const state = declaration?.state ?? 'draft';
  const isClosed = declaration?.locked ?? false;
  return (
    <section
      className={styles.strip}
      aria-labelledby={`strip-${organism}`}
      data-state={isClosed ? state : blocking.length === 0 ? 'complete' : 'incomplete'}
    >
      <h3 id={`strip-${organism}`} className="fr-h6 fr-mb-1v">
        {organismLabels[organism]}
      </h3>
      <p className="fr-mb-1v">{describeState(state, isClosed, blocking.length)}</p>
      {declaration?.submission && (
        <p className="fr-mb-1v">
          <a className="fr-link" href={submissionHref(declaration.submission.id)}>
            {isClosed ? 'Suivre l’envoi' : 'Voir le dernier envoi'}
          </a>
        </p>
      )}
      {!isClosed && declaration?.dueAt && (
        <div className={styles.due}>
          À déclarer avant le {formatDate(new Date(declaration.dueAt))}
          {declaration.dueSource && (
            <details>
              <summary>D’où vient cette date&nbsp;?</summary>
              {declaration.dueSource}
            </details>
          )}
        </div>
      )}
      {!isClosed && <IssueLinks issues={blocking} onGoTo={onGoTo} />}
      {!isClosed && warnings.length > 0 && (
        <details>
          <summary>{formatCounted(warnings.length, 'point à regarder', 'points à regarder')}</summary>
          <IssueLinks issues={warnings} onGoTo={onGoTo} />
        </details>
      )}
    </section>
  );
}

function describeState(state: DeclarationView['state'], isClosed: boolean, missing: number): string {
  if (isClosed) return declarationStateLabels[state];
  const before = state === 'draft' ? '' : `${declarationStateLabels[state]}. `;
  if (missing === 0) return `${before}Complète, prête à être vérifiée.`;
  return `${before}${missing === 1 ? 'Il manque une information.' : `Il manque ${missing} informations.`}`;
}

/** A show of 200 performances may lack as many things: the first ones lead to the others. */
const firstIssues = 6;

function IssueLinks({ issues, onGoTo }: Pick<OrganismStripProps, 'issues' | 'onGoTo'>) {
  const { store } = useDraftSession();
  const [showsAll, setShowsAll] = useState(false);
  if (issues.length === 0) return null;
  const shown = showsAll ? issues : issues.slice(0, firstIssues);
  const left = issues.length - shown.length;
  return (
    <ul className={styles.issues}>
      {shown.map((issue) => (
        <li key={`${issue.code}-${issue.field}-${issue.performanceId ?? ''}`}>
          <a
            href={`#${locateIssue(issue).id}`}
            onClick={(event) => {
              event.preventDefault();
              onGoTo(issue);
            }}
          >
            {issue.performanceId !== undefined && (
              <span className={styles.when}>{describePerformance(store.getDraft(), issue.performanceId)} </span>
            )}
            {describeIssue(issue)}
          </a>
        </li>
      ))}
      {left > 0 && (
        <li>
          <button type="button" className={styles.reset} onClick={() => setShowsAll(true)}>
            {left === 1 ? 'Voir la dernière' : `Voir les ${left} autres`}
          </button>
        </li>
      )}
    </ul>
  );
}
