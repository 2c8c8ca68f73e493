'use client';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import { formatAmount, formatCount, formatCounted } from '@/i18n/format';
import type { DeclarationView } from '@/server/declarations/get-declaration.schema';
import { useDraftSession, useSaveStatus, useTotals } from '../draft-context';
import { summaryTitleId } from './field-ids';
import { OrganismStrip } from './organism-strip';
import { SaveStatusLine } from './save-status';
import styles from '../declaration.module.css';

export type SummaryProps = {
  readonly declarations: readonly DeclarationView[];
  readonly issues: readonly DeclarationIssue[];
  /** Brings the focus to the field of an issue. */
  readonly onGoTo: (issue: DeclarationIssue) => void;
  readonly transmitHref: string;
  readonly submissionHref: (submissionId: string) => string;
};

/** What follows the scroll: totals, what is missing for each organism, the way to the sending. */
export function Summary({ declarations, issues, onGoTo, transmitHref, submissionHref }: SummaryProps) {
  const { organisms, locked } = useDraftSession();
  return (
    <aside className={styles.summary} aria-labelledby={summaryTitleId}>
      <h2 id={summaryTitleId} tabIndex={-1} className="fr-h5 fr-mb-2w">
        En résumé
      </h2>
      <Totals />
      <SaveStatusLine />
      {organisms.length > 0 && !locked && (
        <a className={`fr-btn ${styles.transmit}`} href={transmitHref}>
          Vérifier et transmettre
        </a>
      )}
      {organisms.length === 0 && (
        <p>
          Choisissez à qui déclarer ce spectacle dans{' '}
          <a href="#series.organisms" className="fr-link">
            Organismes
          </a>
          .
        </p>
      )}
      {organisms.map((organism) => (
        <OrganismStrip
          key={organism}
          organism={organism}
          declaration={declarations.find((known) => known.organism === organism) ?? null}
          issues={issues.filter((issue) => issue.organism === organism)}
          onGoTo={onGoTo}
          submissionHref={submissionHref}
        />
      ))}
    </aside>
  );
}

/** The same totals in one line at the bottom of a narrow page, for the eyes: the summary above says them to everyone. */
export function CompactTotals() {
  const totals = useTotals();
  const status = useSaveStatus();
  return (
    <p className={styles.compact} aria-hidden="true">
      <span>{formatCounted(totals.paidTickets + totals.freeTickets, 'billet')}</span>
      <strong>{formatAmount(totals.ticketing.includingTaxesCents)} TTC</strong>
      {(status.kind === 'offline' || status.kind === 'stopped') && <span>Non enregistré</span>}
    </p>
  );
}

function Totals() {
  const totals = useTotals();
  const { organisms } = useDraftSession();
  return (
    <dl className={styles.totals}>
      <Line label="Billets" detail={`dont ${formatCounted(totals.freeTickets, 'gratuit')}`}>
        {formatCount(totals.paidTickets + totals.freeTickets)}
      </Line>
      <Line label="Billetterie HT">{formatAmount(totals.ticketing.excludingTaxesCents)}</Line>
      <Line label="TVA">{formatAmount(totals.ticketing.vatCents)}</Line>
      <Line label="Billetterie TTC" isMain>
        {formatAmount(totals.ticketing.includingTaxesCents)}
      </Line>
      {organisms.includes('SACEM') && (
        <Line label="Recettes annexes TTC">{formatAmount(totals.side.includingTaxesCents)}</Line>
      )}
    </dl>
  );
}

type LineProps = {
  readonly label: string;
  readonly detail?: string;
  readonly isMain?: boolean;
  readonly children: string;
};

function Line({ label, detail, isMain = false, children }: LineProps) {
  return (
    <div className={isMain ? styles.mainTotal : undefined}>
      <dt>{label}</dt>
      <dd>
        {children}
        {detail && <span className={styles.detail}> {detail}</span>}
      </dd>
    </div>
  );
}
