'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { PageLink } from '@/components/navigation/page-link';
import { isTax, type SeriesOrganism, seriesOrganisms } from '@/domain/organism';
import { UntilAlive } from '@/components/forms/until-alive';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatCounted, formatDayRange } from '@/i18n/format';
import type { DeclarationPage } from '@/server/declarations/get-declaration.schema';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import { DraftSessionProvider } from './draft-context';
import type { Directories } from './directories';
import { DefaultValueFields } from './parts/default-value-fields';
import { describeField } from './parts/describe-field';
import { ExpenseFields } from './parts/expense-fields';
import { focusField, locateHash, locateIssue } from './parts/field-ids';
import { GonePanel } from './parts/gone-panel';
import { InformationFields } from './parts/information-fields';
import { LastAnswer } from './parts/last-answer';
import { NewsPanel } from './parts/news-panel';
import { OrganismChoice } from './parts/organism-choice';
import { PerformancesGrid } from './parts/performances-grid';
import { CompactTotals, Summary } from './parts/summary';
import { UndoButton } from './parts/undo-button';
import { TaxFields } from './parts/tax-fields';
import type { DraftStore } from './store/draft-store';
import { type ListIssues, useIssues } from './use-issues';
import styles from './declaration.module.css';

export type DeclarationViewProps = {
  readonly page: DeclarationPage;
  readonly store: DraftStore;
  readonly listIssues: ListIssues;
  readonly directories: Directories;
  /** What corrects a received declaration; above the form. */
  readonly correction?: React.ReactNode;
  readonly onChooseOrganisms: (organisms: readonly SeriesOrganism[]) => Promise<ScreenErrorCode | null>;
  readonly transmitHref: string;
  readonly submissionHref: (submissionId: string) => string;
  readonly connectionsHref: string;
  /** Where the dates and figures of a show typed by hand are changed; null for a show that a ticketing system brought. */
  readonly typedShowHref: string | null;
  /** The documents of the show, which load by themselves. */
  readonly documents: ReactNode;
  /** Where the show comes from, when it takes over another one; null otherwise. */
  readonly notice: ReactNode;
  /** Its record as a document, and the page that takes it over for a new season. */
  readonly recordHref: string;
  readonly repeatHref: string;
};

/** Out of the first load: few shows have it. */
const PastShowOffer = dynamic(async () => (await import('./parts/past-show-offer')).PastShowOffer);

/** The page of a show: everything an organism asks of it, saved by itself, with what is missing always in view. */
export function DeclarationView(props: DeclarationViewProps) {
  const { page, store, listIssues, directories, submissionHref } = props;
  const [spoken, setSpoken] = useState('');
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = page.declarations.map(({ organism }) => organism).join();
  const organisms = useMemo(() => seriesOrganisms.filter((organism) => chosen.split(',').includes(organism)), [chosen]);
  const issues = useIssues(store, organisms, listIssues);
  const session = useMemo(
    () => ({
      store,
      organisms,
      directories,
      locked: page.locked,
      announce: setSpoken,
      suggestions: page.suggestions,
      source: { label: page.connectionLabel ?? 'Votre billetterie' },
    }),
    [store, organisms, directories, page.locked, page.suggestions, page.connectionLabel],
  );
  const ids = useMemo(() => page.draft.performances.map(({ id }) => id), [page.draft.performances]);
  const [toggle] = useState(() => (id: string) => setOpenIds((open) => withToggled(open, id)));

  const [show] = useState(() => ({ id, detailsOf }: ReturnType<typeof locateIssue>) => {
    if (detailsOf !== null) setOpenIds((open) => new Set(open).add(detailsOf));
    focusField(id);
  });
  const goTo = (issue: DeclarationIssue) => show(locateIssue(issue));
  useEffect(() => {
    const named = locateHash(window.location.hash);
    if (named) show(named);
  }, [show]);

  const undo = () => {
    const [path] = store.undo();
    if (path) setSpoken(`Modification annulée\u00a0: ${describeField(store.getDraft(), path)}.`);
  };

  return (
    <DraftSessionProvider value={session}>
      <div className="fr-container fr-my-4w">
        <header className={styles.header}>
          <div>
            <h1 className="fr-mb-1v">{page.draft.series.name}</h1>
            <p className="fr-mb-1v">{describeDates(page)}</p>
            <p className={`fr-text--sm fr-mb-0 ${styles.links}`}>
              <a
                href={props.recordHref}
                target="_blank"
                rel="noreferrer"
                title="Fiche à imprimer (PDF) - nouvelle fenêtre"
              >
                Fiche à imprimer (PDF)
              </a>
              <a href={props.repeatHref}>Reprendre pour une nouvelle saison</a>
            </p>
          </div>
          {!page.locked && <UndoButton onUndo={undo} />}
        </header>
        <p role="status" className="fr-sr-only">
          {spoken}
        </p>
        <LastAnswer declarations={page.declarations} locked={page.locked} submissionHref={submissionHref} />
        {props.notice}
        {page.suggestions.past && !page.locked && (
          <PastShowOffer past={page.suggestions.past} onChoose={props.onChooseOrganisms} />
        )}
        {props.correction}
        <NewsPanel />
        <GonePanel />
        <div className={styles.layout}>
          <Summary
            declarations={page.declarations}
            issues={issues}
            onGoTo={goTo}
            transmitHref={props.transmitHref}
            submissionHref={submissionHref}
          />
          <UntilAlive className={styles.sections}>
            <Section id="organismes" title="Organismes">
              <OrganismChoice declarations={page.declarations} onChoose={props.onChooseOrganisms} />
            </Section>
            <Section id="informations" title="Informations">
              <InformationFields />
            </Section>
            {organisms.some(isTax) && (
              <Section
                id="taxe"
                title="Taxe sur les spectacles"
                intro="Ce dont dépend la taxe. Vous la déclarez vous-même&nbsp;: tout est préparé ici."
              >
                <TaxFields />
              </Section>
            )}
            <Section
              id="valeurs-par-defaut"
              title="Valeurs par défaut"
              intro="Elles valent pour toutes les représentations, sauf celles qui ont leur propre valeur."
            >
              <DefaultValueFields />
            </Section>
            <Section
              id="representations"
              title="Représentations"
              intro={
                props.typedShowHref === null ? (
                  'Corrigez un chiffre sur place\u00a0: celui de la billetterie reste affiché à côté.'
                ) : (
                  <PageLink href={props.typedShowHref}>Saisir les dates et les recettes</PageLink>
                )
              }
            >
              {ids.length === 0 ? (
                <p id="performances" tabIndex={-1}>
                  Ce spectacle n’a aucune représentation.{' '}
                  {props.typedShowHref === null && (
                    <>
                      <a href={props.connectionsHref}>Synchronisez votre billetterie</a> si l’une d’elles devrait s’y
                      trouver.
                    </>
                  )}
                </p>
              ) : (
                <PerformancesGrid ids={ids} openIds={openIds} onToggle={toggle} />
              )}
            </Section>
            <Section id="depenses" title="Dépenses" intro="Pour l’ensemble du spectacle.">
              <ExpenseFields />
            </Section>
            <Section
              id="documents"
              title="Documents"
              intro={
                'Contrats, programmes des œuvres, bordereaux\u00a0: ils partent par courriel avec la déclaration, aux organismes que leur type concerne.'
              }
            >
              <div id="series.documents" tabIndex={-1}>
                {props.documents}
              </div>
            </Section>
          </UntilAlive>
        </div>
        <CompactTotals />
      </div>
    </DraftSessionProvider>
  );
}

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly intro?: React.ReactNode;
  readonly children: React.ReactNode;
};

function Section({ id, title, intro, children }: SectionProps) {
  return (
    <section aria-labelledby={`${id}-titre`} id={id} className={styles.section}>
      <h2 id={`${id}-titre`} className="fr-h4 fr-mb-1w">
        {title}
      </h2>
      {intro && <p className="fr-text--sm">{intro}</p>}
      {children}
    </section>
  );
}

function describeDates({ draft, system, connectionLabel }: DeclarationPage): string {
  const { performances } = draft;
  const [first, last] = [performances[0], performances.at(-1)];
  const count = formatCounted(performances.length, 'représentation');
  const dates = first && last ? `, ${formatDayRange(new Date(first.startAt), new Date(last.startAt))}` : '';
  return `${count}${dates}. Billetterie\u00a0: ${connectionLabel ?? system}.`;
}

function withToggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(id)) next.add(id);
  return next;
}
