'use client';
import { useMemo } from 'react';
import { useTrpcClient } from '@/features/trpc';
import type { Directories } from './directories';

/** Look-ups of companies and addresses. */
export function useDirectories(): Directories {
  const client = useTrpcClient();
  return useMemo(
    () => ({
      searchCompanies: async (text) => {
        const { available, companies } = await client.organizations.searchCompanies.query({ text });
        const proposals = companies.map(({ name, siren, address }) => ({
          label: name,
          detail: [`SIREN ${siren}`, address?.city].filter(Boolean).join(', '),
          value: { name, siren },
        }));
        return { available, proposals };
      },
      searchAddresses: async (text) => {
        const { available, addresses } = await client.addresses.search.query({ text });
        return { available, proposals: addresses.map(({ label, address }) => ({ label, detail: '', value: address })) };
      },
    }),
    [client],
  );
}
