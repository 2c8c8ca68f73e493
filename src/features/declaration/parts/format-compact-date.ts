import { formatDate } from '@/i18n/format';

const shortDays: Readonly<Record<string, string>> = {
  lundi: 'lun.',
  mardi: 'mar.',
  mercredi: 'mer.',
  jeudi: 'jeu.',
  vendredi: 'ven.',
  samedi: 'sam.',
  dimanche: 'dim.',
};

/** `ven. 26 juin 2026`, for rows of a table. */
export function formatCompactDate(instant: Date): string {
  const [weekday = '', ...rest] = formatDate(instant).split(' ');
  return [shortDays[weekday] ?? weekday, ...rest].join(' ');
}
