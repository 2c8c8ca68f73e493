import { PageLink } from '@/components/navigation/page-link';
import type { ReactNode } from 'react';
import { formatCount, formatDate } from '@/i18n/format';
import type { Todo, TodoItem } from '@/server/series/list-todo.schema';
import { QuarterLine } from './quarter-line';
import { ReceivedLines } from './received-lines';
import { TodoLine } from './todo-line';

export type TodoViewProps = {
  readonly todo: Todo;
  readonly hasConnection: boolean;
  readonly toHref: (item: TodoItem, isReady: boolean) => string;
  readonly toQuarterHref: (period: string) => string;
  readonly toShowHref: (seriesId: string) => string;
  readonly toSubmissionHref: (submissionId: string) => string;
  readonly newConnectionHref: string;
  /** The list of shows, narrowed to what deserves a look. */
  readonly reopenedHref: string;
  /** The list of shows, narrowed to what is to declare. */
  readonly showsHref: string;
  /** Health of the connections and last submissions. */
  readonly aside: ReactNode;
};

const groups = [
  { key: 'late', title: 'En retard' },
  { key: 'thisWeek', title: 'Cette semaine' },
  { key: 'later', title: 'Plus tard' },
] as const;

/** «À faire»: what is due, by deadline, the next thing on top. */
export function TodoView({
  todo,
  hasConnection,
  toHref,
  toQuarterHref,
  toShowHref,
  toSubmissionHref,
  reopenedHref,
  newConnectionHref,
  showsHref,
  aside,
}: TodoViewProps) {
  const shown = groups.filter(({ key }) => todo[key].items.length + todo[key].quarters.length > 0);
  return (
    <div className="fr-container fr-my-5w">
      <h1>À faire</h1>
      <div className="app-home">
        <div>
          {todo.received.items.length > 0 && (
            <ReceivedLines
              received={todo.received}
              toShowHref={toShowHref}
              toSubmissionHref={toSubmissionHref}
              showsHref={reopenedHref}
            />
          )}
          {shown.map(({ key, title }) => (
            <section key={key} aria-labelledby={`groupe-${key}`} className="fr-mb-5w">
              <h2 id={`groupe-${key}`} className="fr-h4">
                {title} <span className="app-muted">({formatCount(countLines(todo[key]))})</span>
              </h2>
              <ul className={`fr-raw-list app-todo app-todo--${key}`}>
                {todo[key].quarters.map((quarter) => (
                  <QuarterLine key={quarter.period} quarter={quarter} href={toQuarterHref(quarter.period)} />
                ))}
                {todo[key].items.map((item) => (
                  <TodoLine key={`${item.seriesId} ${item.organism ?? ''}`} item={item} toHref={toHref} />
                ))}
              </ul>
              {todo[key].more > 0 && (
                <p className="fr-mt-2w">
                  <PageLink className="fr-link" href={showsHref}>
                    Et {formatCount(todo[key].more)} de plus dans la liste des spectacles
                  </PageLink>
                </p>
              )}
            </section>
          ))}
          {shown.length === 0 &&
            (hasConnection ? <NothingDue next={todo.next} /> : <FirstStep href={newConnectionHref} />)}
        </div>
        <aside className="app-home__aside" aria-label="Billetteries et derniers envois">
          {aside}
        </aside>
      </div>
    </div>
  );
}

function countLines({ quarters, items, more }: Todo['late']): number {
  return quarters.length + items.length + more;
}

function NothingDue({ next }: Pick<Todo, 'next'>) {
  return (
    <div className="app-empty">
      <p className="fr-text--lead">Rien à déclarer pour le moment.</p>
      <p className="fr-mb-0">
        {next ? (
          <>
            Le prochain sera <strong className="app-break">{next.seriesName}</strong>, après sa dernière représentation,{' '}
            {formatDate(new Date(next.endsAt))}.
          </>
        ) : (
          'Un spectacle s’affichera ici dès que sa dernière représentation sera passée.'
        )}
      </p>
    </div>
  );
}

function FirstStep({ href }: { readonly href: string }) {
  return (
    <div className="app-empty">
      <p className="fr-text--lead">Commencez par connecter votre billetterie.</p>
      <p>Vos spectacles arriveront seuls, et vos déclarations s’afficheront ici par ordre d’échéance.</p>
      <PageLink className="fr-btn" href={href}>
        Connecter ma billetterie
      </PageLink>
    </div>
  );
}
