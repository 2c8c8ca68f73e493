'use client';
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { useDebounced } from '@/features/use-debounced';
import { CreateOrganizationView } from './create-organization-view';

/** Below this a directory would answer with anything. */
const minSearchLength = 3;
const pauseMilliseconds = 300;

/** Finds the structure in the company directory, or lets it be typed, then creates it. */
export function CreateOrganization() {
  const trpc = useTrpc();
  const router = useRouter();
  const [companyText, setCompanyText] = useState('');
  const [addressText, setAddressText] = useState('');
  const companySearch = useDebounced(companyText.trim(), pauseMilliseconds);
  const addressSearch = useDebounced(addressText.trim(), pauseMilliseconds);

  const companies = useQuery(
    trpc.organizations.searchCompanies.queryOptions(
      companySearch.length >= minSearchLength ? { text: companySearch } : skipToken,
      { placeholderData: keepPreviousData },
    ),
  );
  const addresses = useQuery(
    trpc.addresses.search.queryOptions(addressSearch.length >= minSearchLength ? { text: addressSearch } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  const create = useMutation(
    trpc.organizations.create.mutationOptions({
      onSuccess: ({ organizationId }) => router.push(routes.newConnection(organizationId)),
    }),
  );

  return (
    <CreateOrganizationView
      companyText={companyText}
      onCompanyText={setCompanyText}
      companies={companySearch.length >= minSearchLength ? (companies.data?.companies ?? []) : []}
      search={{
        isAsked: companySearch.length >= minSearchLength,
        isPending: companies.isFetching || companyText.trim() !== companySearch,
        isAvailable: !companies.isError && companies.data?.available !== false,
      }}
      onAddressText={setAddressText}
      addresses={addressSearch.length >= minSearchLength ? (addresses.data?.addresses ?? []) : []}
      error={create.error ? toScreenError(create.error) : null}
      isPending={create.isPending || create.isSuccess}
      onCreate={(organization) => create.mutate(organization)}
    />
  );
}
