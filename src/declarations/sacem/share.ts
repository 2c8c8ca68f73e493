import { formatCount } from '@/i18n/format';
import type { AgencyShare } from '../organism';
import { toPrintableText } from '../printable-text';
import type { SacemStatement } from './statement-data';

/** For whom a statement is and how much of the show it tells; empty for the statement of a whole show. */
export function describeShare({ share, performances }: SacemStatement): string {
  if (!share) return '';
  const told = performances.length === 1 ? '1 représentation' : `${formatCount(performances.length)} représentations`;
  return `État destiné à\u00a0: ${toPrintableText(share.agencyName)}. Il porte sur ${told} sur les ${formatCount(share.performancesOfShow)} du spectacle\u00a0: les autres sont déclarées aux délégations de leurs lieux.`;
}

/** Expenses belong to the show and cannot be cut by place: each agency reads them whole, and reads that they are. */
export function describeSharedExpenses({ performancesOfShow }: AgencyShare): string {
  return `Ces dépenses sont celles du spectacle entier (${formatCount(performancesOfShow)} représentations), et non de cet état seul.`;
}
