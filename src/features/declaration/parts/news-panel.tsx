'use client';
import { formatCounted } from '@/i18n/format';
import { useDraftSession, useNews } from '../draft-context';
import type { Conflict, News } from '../store/store-types';
import { type FieldPath, readField } from '../store/field-path';
import { focusField, focusNextItem, summaryTitleId, toPlaceId } from './field-ids';
import { describeField, describeValue } from './describe-field';
import styles from '../declaration.module.css';

const conflictsTitleId = 'conflicts-title';

/** What somebody else changed meanwhile, and the fields where the person must say which value stays. */
export function NewsPanel() {
  const { news, conflicts } = useNews();
  return (
    <div role="status">
      {news && <NewsNotice news={news} nextId={conflicts.length > 0 ? conflictsTitleId : summaryTitleId} />}
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
    </div>
  );
}

type NewsNoticeProps = {
  readonly news: News;
  /** What is read next once this is gone. */
  readonly nextId: string;
};

function NewsNotice({ news, nextId }: NewsNoticeProps) {
  const { store } = useDraftSession();
  return (
    <div className="fr-alert fr-alert--info fr-mb-3w">
      <h2 className="fr-alert__title">{toTitle(news)}</h2>
      {news.paths.length > 0 && (
        <ul>
          {news.paths.slice(0, maxFields).map((path) => (
            <li key={path}>{describeField(store.getDraft(), path)}</li>
          ))}
          {news.paths.length > maxFields && (
            <li>et {formatCounted(news.paths.length - maxFields, 'autre champ', 'autres champs')}</li>
          )}
        </ul>
      )}
      {news.figures > 0 && (
        <p>
          {formatCounted(news.figures, 'représentation a', 'représentations ont')} reçu de nouveaux chiffres de la
          billetterie. Vos corrections sont gardées.
        </p>
      )}
      <button
        type="button"
        className="fr-btn fr-btn--sm fr-btn--secondary"
        onClick={() => {
          store.dismissNews();
          focusField(nextId);
        }}
      >
        J’ai vu
      </button>
    </div>
  );
}

/** Enough to recognise what happened; the page itself shows the values. */
const maxFields = 8;

function toTitle({ by, paths }: News): string {
  if (paths.length === 0) return 'Votre billetterie a été synchronisée';
  return by === null ? 'Une autre personne a modifié ce spectacle' : `${by} a modifié ce spectacle`;
}

function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const { store } = useDraftSession();
  const draft = store.getDraft();
  const settle = (button: HTMLElement, path: FieldPath, side: 'mine' | 'theirs') => {
    store.settleConflict(path, side);
    focusNextItem(button, toPlaceId(path));
  };
  return (
    <div className="fr-alert fr-alert--warning fr-mb-3w">
      <h2 id={conflictsTitleId} tabIndex={-1} className="fr-alert__title">
        Choisissez la valeur à garder
      </h2>
      <p>Vous avez modifié les mêmes champs en même temps. Rien n’est perdu&nbsp;: le reste est enregistré.</p>
      <ul className={styles.conflicts}>
        {conflicts.map(({ path, theirs, by }) => (
          <li key={path}>
            <p className="fr-mb-1v">
              <strong>{describeField(draft, path)}</strong>
              <br />
              Vous&nbsp;: {describeValue(path, readField(draft, path))}
              <br />
              {by ?? 'L’autre personne'}&nbsp;: {describeValue(path, theirs)}
            </p>
            <div className={styles.actions}>
              <button
                type="button"
                className="fr-btn fr-btn--sm"
                onClick={({ currentTarget }) => settle(currentTarget, path, 'mine')}
              >
                Garder ma valeur
              </button>
              <button
                type="button"
                className="fr-btn fr-btn--sm fr-btn--secondary"
                onClick={({ currentTarget }) => settle(currentTarget, path, 'theirs')}
              >
                Prendre l’autre
              </button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
