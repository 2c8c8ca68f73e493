import { PageLink } from '@/components/navigation/page-link';
import { DeclarationBadge } from '@/components/declaration/declaration-badge';
import { formatDate, formatDay } from '@/i18n/format';
import { organismLabels } from '@/i18n/declaration-labels';
import type { TodoItem } from '@/server/series/list-todo.schema';
import { describeMissing, toNextStep } from './describe-todo';

export type TodoLineProps = {
  readonly item: TodoItem;
  /** Where the button leads, from what is left to do. */
  readonly toHref: (item: TodoItem, isReady: boolean) => string;
};

/** One declaration to make: show, organism, deadline and where it comes from, what is missing, one button. */
export function TodoLine({ item, toHref }: TodoLineProps) {
  const { text, isReady } = toNextStep(item);
  const organism = item.organism ? organismLabels[item.organism] : null;
  const hasTrouble = item.state !== null && item.state !== 'draft';
  return (
    <li className="app-todo__line">
      <div className="app-todo__what">
        <h3 className="fr-h6 fr-mb-0 app-break">
          {item.seriesName}
          {organism && <span className="app-todo__organism"> – {organism}</span>}
        </h3>
        {hasTrouble && item.state && <DeclarationBadge state={item.state} />}
        {describeMissing(item).map((sentence) => (
          <p key={sentence} className="fr-mb-0">
            {sentence}
          </p>
        ))}
        <details className="app-source">
          <summary>À déclarer au plus tard le {formatDate(new Date(item.dueAt))}</summary>
          <p>
            {item.dueSource}. Dernière représentation&nbsp;: {formatDay(new Date(item.lastPerformanceAt))}.
          </p>
        </details>
      </div>
      <PageLink
        className={`fr-btn ${isReady ? '' : 'fr-btn--secondary'} app-todo__button`}
        href={toHref(item, isReady)}
        aria-label={`${text}\u00a0: ${item.seriesName}${organism ? `, ${organism}` : ''}`}
      >
        {text}
      </PageLink>
    </li>
  );
}
