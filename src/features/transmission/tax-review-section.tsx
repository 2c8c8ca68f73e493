'use client';
import { isBlocking } from '@/domain/declaration/issues';
import type { TaxOrganism } from '@/domain/organism';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatAmount } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { OrganismReview, YearlyTax } from '@/server/declarations/review-declaration.schema';
import { DeclaredForm } from './declared-form';
import { IssueList } from './issue-list';
import { ReadableMessage } from './readable-message';
import styles from './transmission.module.css';

export type TaxReviewSectionProps = {
  readonly tax: TaxOrganism;
  readonly review: OrganismReview;
  readonly showHref: string;
  /** The person says that they declared it; null when it is kept, else why not. */
  readonly onDeclared: () => Promise<ScreenErrorCode | null>;
  readonly onReload: () => void;
};

/** A tax on shows: what is owed and why, the figures to copy to the organism's own site, then the person's word. */
export function TaxReviewSection({ tax, review, showHref, onDeclared, onReload }: TaxReviewSectionProps) {
  const { sendable, correction, issues, documentHref, message, yearlyTaxes } = review;
  const blocking = issues.filter(isBlocking);
  const warnings = issues.filter((issue) => !isBlocking(issue));
  const titleId = `review-${tax}`;
  return (
    <section aria-labelledby={titleId} className={styles.organism}>
      <h2 id={titleId} className="fr-h4">
        {organismLabels[tax]}
      </h2>
      {!sendable && <p>Cette déclaration est déjà faite&nbsp;: ses chiffres sont gardés tels que déclarés.</p>}
      {sendable && correction !== null && (
        <p>
          <strong>{correction}.</strong>
        </p>
      )}
      {sendable && blocking.length > 0 && (
        <IssueList
          severity="error"
          title={`La déclaration ${organismPhrases[tax].to} n’est pas complète`}
          issues={blocking}
          showHref={showHref}
        />
      )}
      {sendable && warnings.length > 0 && (
        <IssueList severity="warning" title="À regarder avant de déclarer" issues={warnings} showHref={showHref} />
      )}
      {sendable && blocking.length === 0 && <Steps tax={tax} />}
      {yearlyTaxes.map((yearly) => (
        <YearlyTotal key={yearly.year} yearly={yearly} />
      ))}
      {documentHref !== null && (
        <p>
          <a
            className="fr-link fr-icon-download-line fr-link--icon-left"
            href={documentHref}
            target="_blank"
            rel="noopener"
            title="Ouvrir le récapitulatif en PDF, nouvelle fenêtre"
          >
            Ouvrir le récapitulatif en PDF
          </a>
        </p>
      )}
      <ReadableMessage message={message} />
      {sendable && blocking.length === 0 && <DeclaredForm tax={tax} onDeclared={onDeclared} onReload={onReload} />}
    </section>
  );
}

const sites: Readonly<Record<TaxOrganism, string>> = {
  CNM: 'l’espace professionnel du Centre national de la musique',
  ASTP: 'l’espace de déclaration de l’ASTP',
};

function Steps({ tax }: { readonly tax: TaxOrganism }) {
  const { start } = organismPhrases[tax];
  return (
    <>
      <p>{start} n’ouvre pas son site aux logiciels&nbsp;: vous déclarez vous-même, tout est prêt ici.</p>
      <ol>
        <li>Ouvrez {sites[tax]} et connectez-vous avec le compte de votre structure.</li>
        <li>Recopiez les chiffres ci-dessous, un bouton «&nbsp;Copier&nbsp;» par valeur.</li>
        <li>Revenez ici dire que c’est fait&nbsp;: les chiffres déclarés seront gardés tels quels.</li>
      </ol>
    </>
  );
}

/** The threshold is for a year and a structure: one show alone says nothing. */
function YearlyTotal({ yearly: { tax, year, taxCents, thresholdCents } }: { readonly yearly: YearlyTax }) {
  const isLow = taxCents < thresholdCents;
  return (
    <p>
      <strong>
        Année {year}&nbsp;: {formatAmount(taxCents)}
      </strong>{' '}
      de taxe, à titre indicatif, pour tous vos spectacles déclarés {organismPhrases[tax].to}.{' '}
      {isLow
        ? `Au-dessous de ${formatAmount(thresholdCents)} sur l’année, elle n’est pas recouvrée\u00a0: déclarez tout de même.`
        : `C’est plus que le seuil annuel de ${formatAmount(thresholdCents)}.`}
    </p>
  );
}
