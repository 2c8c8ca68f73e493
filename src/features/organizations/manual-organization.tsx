'use client';
import { useState } from 'react';
import { ErrorSummary } from '@/components/forms/error-summary';
import type { FieldErrors } from '@/components/forms/field-errors';
import { SubmitButton } from '@/components/forms/submit-button';
import { SuggestionField } from '@/components/forms/suggestion-field';
import { TextField } from '@/components/forms/text-field';
import { useFormErrors } from '@/components/forms/use-form-errors';
import type { Address } from '@/domain/declaration/neutral';
import { formatCounted } from '@/i18n/format';
import type { CreateOrganizationInput } from '@/server/organizations/create-organization.schema';
import type { Company } from '@/server/organizations/search-companies.schema';

export type AddressSuggestion = { readonly label: string; readonly address: Address };

export type ManualOrganizationProps = {
  /** What the directory knew, when only the address is missing. */
  readonly initial: Company | null;
  readonly onAddressText: (text: string) => void;
  readonly addresses: readonly AddressSuggestion[];
  readonly isPending: boolean;
  readonly onCreate: (organization: CreateOrganizationInput) => void;
};

type Fields = Readonly<Record<'name' | 'siret' | 'street' | 'postalCode' | 'city', string>>;

/** Name, SIRET and address typed by hand; the address directory proposes, and may be ignored. */
export function ManualOrganization({
  initial,
  onAddressText,
  addresses,
  isPending,
  onCreate,
}: ManualOrganizationProps) {
  const [fields, setFields] = useState<Fields>({
    name: initial?.name ?? '',
    siret: initial?.siret ?? '',
    street: '',
    postalCode: '',
    city: '',
  });
  const { errors, attempt, toFieldId, show } = useFormErrors();
  const set = (change: Partial<Fields>) => setFields((current) => ({ ...current, ...change }));
  const onChange = (name: keyof Fields) => (event: { readonly target: { readonly value: string } }) =>
    set({ [name]: event.target.value });

  return (
    <form
      noValidate
      aria-labelledby="saisie"
      onSubmit={(event) => {
        event.preventDefault();
        const siret = fields.siret.replace(/\s/g, '');
        if (!show(findErrors({ ...fields, siret }))) return;
        const { name, street, postalCode, city } = fields;
        onCreate({ name: name.trim(), siret, address: { street, postalCode, city, countryCode: 'FR' } });
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
      <TextField
        id={toFieldId('name')}
        name="name"
        label="Nom de la structure"
        autoComplete="organization"
        maxLength={200}
        value={fields.name}
        onChange={onChange('name')}
        error={errors['name']}
      />
      <TextField
        id={toFieldId('siret')}
        name="siret"
        label="Numéro SIRET du siège"
        hint="14 chiffres, sur vos factures ou votre avis de situation"
        inputMode="numeric"
        maxLength={20}
        value={fields.siret}
        onChange={onChange('siret')}
        error={errors['siret']}
      />
      <SuggestionField
        id={toFieldId('street')}
        label="Numéro et rue"
        hint={'Commencez à écrire l’adresse complète\u00a0: choisir une proposition remplit aussi la ville.'}
        text={fields.street}
        onTextChange={(street) => {
          set({ street });
          onAddressText(street);
        }}
        suggestions={addresses}
        toKey={({ label }) => label}
        toText={({ address }) => address.street}
        renderSuggestion={({ label }) => label}
        onChoose={({ address }) => {
          set({ street: address.street, postalCode: address.postalCode, city: address.city });
          onAddressText('');
        }}
        status={addresses.length > 0 ? formatCounted(addresses.length, 'adresse proposée', 'adresses proposées') : ''}
        error={errors['street']}
      />
      <TextField
        id={toFieldId('postalCode')}
        name="postalCode"
        label="Code postal"
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={5}
        value={fields.postalCode}
        onChange={onChange('postalCode')}
        error={errors['postalCode']}
      />
      <TextField
        id={toFieldId('city')}
        name="city"
        label="Ville"
        autoComplete="address-level2"
        maxLength={200}
        value={fields.city}
        onChange={onChange('city')}
        error={errors['city']}
      />
      <SubmitButton isPending={isPending} pendingText="Création…">
        Créer ma structure
      </SubmitButton>
    </form>
  );
}

function findErrors({ name, siret, street, postalCode, city }: Fields): FieldErrors {
  const errors: Record<string, string> = {};
  if (!name.trim()) errors['name'] = 'Saisissez le nom de la structure.';
  if (!/^\d{14}$/.test(siret)) errors['siret'] = 'Saisissez les 14 chiffres du SIRET.';
  if (!street.trim()) errors['street'] = 'Saisissez le numéro et la rue.';
  if (!/^\d{5}$/.test(postalCode.trim())) errors['postalCode'] = 'Saisissez les 5 chiffres du code postal.';
  if (!city.trim()) errors['city'] = 'Saisissez la ville.';
  return errors;
}
