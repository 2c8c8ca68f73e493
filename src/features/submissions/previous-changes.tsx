import { ChangeList } from '@/components/declaration/change-list';
import type { DifferencesView } from '@/server/corrections/get-differences.schema';
import styles from './submissions.module.css';

export type PreviousChangesProps = {
  readonly previous: NonNullable<DifferencesView['previous']>;
  readonly submissionHref: (submissionId: string) => string;
};

/** What a submission changed, compared with the one before. */
export function PreviousChanges({ previous: { id, number, groups }, submissionHref }: PreviousChangesProps) {
  const name = `l’envoi n°\u00a0${number}`;
  return (
    <section aria-labelledby="previous-title" className="fr-my-4w">
      <h2 id="previous-title" className="fr-h4">
        Ce qui a changé depuis {name}
      </h2>
      {groups.length === 0 && <p>Aucun chiffre n’a changé.</p>}
      <ChangeList groups={groups} caption={`depuis ${name}`} />
      <p className={styles.screenOnly}>
        <a className="fr-link" href={submissionHref(id)}>
          Voir {name}
        </a>
      </p>
    </section>
  );
}
