import type { Address, Producer } from '@/domain/declaration/neutral';

/** A proposal of a directory: what is read, and what choosing it gives. */
export type Proposal<T> = { readonly label: string; readonly detail: string; readonly value: T };

/** `available: false` when the directory did not answer: typing by hand is then the way. */
export type Proposals<T> = { readonly available: boolean; readonly proposals: readonly Proposal<T>[] };

/** Look-ups of the page of a show. */
export type Directories = {
  readonly searchCompanies: (text: string) => Promise<Proposals<Producer>>;
  readonly searchAddresses: (text: string) => Promise<Proposals<Address>>;
};
