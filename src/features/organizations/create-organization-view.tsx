'use client';
import { useEffect, useRef, useState } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';
import { SuggestionField } from '@/components/forms/suggestion-field';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenError } from '@/features/screen-error';
import { routes } from '@/features/routes';
import { formatCounted } from '@/i18n/format';
import type { CreateOrganizationInput } from '@/server/organizations/create-organization.schema';
import type { Company } from '@/server/organizations/search-companies.schema';
import { ManualOrganization, type AddressSuggestion } from './manual-organization';
import { formatSiret } from './format-siret';

export type CreateOrganizationViewProps = {
  readonly companyText: string;
  readonly onCompanyText: (text: string) => void;
  readonly companies: readonly Company[];
  readonly search: { readonly isAsked: boolean; readonly isPending: boolean; readonly isAvailable: boolean };
  readonly onAddressText: (text: string) => void;
  readonly addresses: readonly AddressSuggestion[];
  readonly error: ScreenError | null;
  readonly isPending: boolean;
  readonly onCreate: (organization: CreateOrganizationInput) => void;
};

/** «Votre structure»: found by its name or its SIRET, shown before it is created, or typed. */
export function CreateOrganizationView(props: CreateOrganizationViewProps) {
  const { search, companies } = props;
  const [chosen, setChosen] = useState<Company | null>(null);
  const [isManual, setIsManual] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const isDirectoryDown = search.isAsked && !search.isAvailable;
  const isTyped = isManual || isDirectoryDown || chosen?.address === null;

  useEffect(() => {
    if (chosen || isManual) title.current?.focus();
  }, [chosen, isManual]);

  return (
    <div className="fr-container fr-my-6w app-narrow">
      <h1>Votre structure</h1>
      <p className="fr-text--lead">
        C’est elle qui déclare&nbsp;: association, compagnie, théâtre, festival… Nous la cherchons dans l’annuaire des
        entreprises.
      </p>
      {props.error && (
        <div className="fr-mb-3w">
          <LazyErrorMessage code={props.error.code} links={{ dashboard: routes.dashboard }} takesFocus />
        </div>
      )}
      {!chosen && (
        <SuggestionField
          id="recherche-structure"
          label="Nom ou numéro SIRET"
          hint="Commencez à écrire (trois caractères au moins), puis choisissez dans la liste."
          text={props.companyText}
          onTextChange={props.onCompanyText}
          suggestions={companies}
          toKey={({ siret }) => siret}
          toText={({ name }) => name}
          renderSuggestion={(company) => <CompanySummary company={company} />}
          onChoose={(company) => {
            setIsManual(false);
            setChosen(company);
          }}
          status={toStatus(search, companies.length)}
        />
      )}
      {!chosen && !isTyped && (
        <button type="button" className="fr-btn fr-btn--tertiary-no-outline" onClick={() => setIsManual(true)}>
          Elle n’apparaît pas
        </button>
      )}
      {chosen?.address && (
        <section aria-labelledby="choisie">
          <h2 id="choisie" ref={title} tabIndex={-1} className="fr-h4">
            Est-ce bien elle&nbsp;?
          </h2>
          <div className="app-panel fr-mb-3w">
            <CompanySummary company={chosen} />
          </div>
          <form
            className="app-actions"
            onSubmit={(event) => {
              event.preventDefault();
              if (chosen.address) {
                props.onCreate({ name: chosen.name, siret: chosen.siret, address: chosen.address });
              }
            }}
          >
            <SubmitButton isPending={props.isPending} pendingText="Création…">
              Oui, c’est ma structure
            </SubmitButton>
            <button type="button" className="fr-btn fr-btn--secondary" onClick={() => setChosen(null)}>
              Non, chercher encore
            </button>
          </form>
        </section>
      )}
      {isTyped && (
        <section aria-labelledby="saisie">
          <h2 id="saisie" ref={title} tabIndex={-1} className="fr-h4 fr-mt-4w">
            Saisir votre structure
          </h2>
          {isDirectoryDown && (
            <p>L’annuaire ne répond pas en ce moment. Vous pouvez saisir votre structure vous-même.</p>
          )}
          {chosen && <p>L’adresse de cette structure n’est pas publique. Saisissez-la vous-même.</p>}
          <ManualOrganization
            key={chosen?.siret ?? 'vide'}
            initial={chosen}
            onAddressText={props.onAddressText}
            addresses={props.addresses}
            isPending={props.isPending}
            onCreate={props.onCreate}
          />
          {(chosen || isManual) && (
            <button
              type="button"
              className="fr-btn fr-btn--tertiary-no-outline fr-mt-2w"
              onClick={() => {
                setChosen(null);
                setIsManual(false);
              }}
            >
              Revenir à la recherche
            </button>
          )}
        </section>
      )}
    </div>
  );
}

function CompanySummary({ company }: { readonly company: Company }) {
  const { name, siret, address } = company;
  return (
    <>
      <strong className="app-break">{name}</strong>
      <br />
      <span className="fr-text--sm">
        SIRET {formatSiret(siret)}
        {address && ` – ${address.street}, ${address.postalCode} ${address.city}`}
      </span>
    </>
  );
}

function toStatus(search: CreateOrganizationViewProps['search'], found: number): string {
  if (!search.isAsked) return '';
  if (search.isPending) return 'Recherche…';
  if (!search.isAvailable) return '';
  return found === 0
    ? 'Aucune structure trouvée. Essayez son SIRET, ou saisissez-la.'
    : formatCounted(found, 'structure trouvée', 'structures trouvées');
}
