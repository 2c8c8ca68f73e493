import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import { type ChangeGroup, writeDifferences } from '@/i18n/declaration-changes';
import { formatDay } from '@/i18n/format';

/** A message that a person sends in their own name, to copy or to print. */
export type Letter = { readonly subject: string; readonly text: string };

/**
 * What to write to SACD to correct performances that it accepted: its web service documents no way to (the field `rep_version`
 * may serve it, nobody has confirmed it). Says what was declared beside what should be, figure by figure.
 */
export function writeSacdLetter(declaration: NeutralDeclaration, groups: readonly ChangeGroup[]): Letter {
  const { organization, series, declarant, corrects } = declaration;
  const title = `«\u00a0${series.name}\u00a0»`;
  const replaced = corrects
    ? `la déclaration n°\u00a0${corrects.replaces} du ${formatDay(new Date(corrects.submittedAt))}`
    : 'notre déclaration';
  const lines = [
    'Bonjour,',
    '',
    `${organization.name} (SIREN ${organization.siren}, identifiant SACD ${organization.sacdId ?? 'à préciser'}) a déclaré par votre service en ligne le spectacle ${title}. Des chiffres de ${replaced} sont à rectifier.`,
    '',
    ...(groups.length > 0 ? ['Voici ce qui a été déclaré, et ce qui doit l’être\u00a0:', ''] : []),
    ...writeDifferences(groups, Number.POSITIVE_INFINITY),
    '',
    'Pouvez-vous me confirmer que cette rectification est prise en compte\u00a0?',
    '',
    `${declarant.firstname} ${declarant.lastname}`.trim(),
    declarant.email,
    organization.name,
  ];
  return { subject: `Rectification de déclaration – ${series.name} – ${organization.name}`, text: lines.join('\n') };
}
