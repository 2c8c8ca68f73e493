/** One software sold under two names: same protocol, other customers. */
export const brands = {
  supersoniks: { name: 'supersoniks', title: 'Supersoniks', site: 'phare.test' },
  soticket: { name: 'soticket', title: 'SoTicket', site: 'embruns.test' },
} as const;

export type Brand = {
  readonly name: 'supersoniks' | 'soticket';
  readonly title: string;
  /** Where the invented customers of this brand have their sites. */
  readonly site: string;
};
