import { noBreakSpace } from '@/i18n/format';

/** `12345678901234` as `123 456 789 01234`, the way letters print it. */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, ['$1', '$2', '$3', '$4'].join(noBreakSpace));
}
