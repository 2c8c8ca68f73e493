'use client';
import type { DraftPerformance } from '@/domain/declaration/draft';
import { isDeclared } from '@/domain/declaration/to-neutral-declaration';
import { useDraftSession } from '../draft-context';
import { GoneChoice } from './gone-choice';
import { toFieldId } from './field-ids';
import styles from '../declaration.module.css';

/** On the line of a performance that is gone: that it is, what becomes of it, and the way back. */
export function GoneNote({ performance }: { readonly performance: DraftPerformance }) {
  const { locked } = useDraftSession();
  const declared = isDeclared(performance);
  return (
    <span className={styles.goneNote}>
      N’est plus dans la billetterie&nbsp;: {declared ? 'gardée' : 'laissée de côté'}
      {!locked && (
        <GoneChoice
          id={performance.id}
          keeps={!declared}
          describedBy={toFieldId('performances.dates', performance.id)}
        />
      )}
    </span>
  );
}
