import { Heading, Section, Text } from '@react-email/components';
import type { ReminderKind } from '@/domain/automation/plan-reminder';
import { parisDaysBetween } from '@/domain/calendar';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import { isTransmittable, type Organism } from '@/domain/organism';
import { describeMissingFields } from '@/i18n/describe-missing-fields';
import { formatAmount, formatCounted, formatDate, formatDateTime } from '@/i18n/format';
import { formatQuarter } from '@/i18n/format-quarter';
import { organismLabels } from '@/i18n/labels';
import { organismPhrases } from '@/i18n/organism-phrases';
import { MailFooter, MailLayout, MailLink, MailText } from './mail-layout';

/** One declaration, as it is when the mail leaves. */
export type ReminderLine = {
  /** Name of the show; for SIBIL, the quarter (`2026-T2`). */
  readonly name: string;
  readonly organism: Organism;
  /** Last instant of the last Paris day to declare. */
  readonly dueAt: Date;
  /** Ticketing, cents including taxes; null for a quarter, whose page has them. */
  readonly totals: {
    readonly performances: number;
    readonly tickets: number;
    readonly includingTaxesCents: number;
  } | null;
  /** What blocks it; empty when it can be sent. */
  readonly missing: readonly Pick<DeclarationIssue, 'field' | 'code'>[];
  /** When it will leave by itself; null when it will not. */
  readonly plannedFor: Date | null;
  readonly href: string;
};
export type ReminderGroup = { readonly organizationName: string; readonly lines: readonly ReminderLine[] };

export type RemindersProps = {
  readonly kind: ReminderKind;
  readonly firstname: string;
  readonly groups: readonly ReminderGroup[];
  readonly unsubscribeHref: string;
  readonly preferencesHref: string;
  readonly now: Date;
};

/** Lines that a structure shows; the rest is counted. */
const linesShown = 20;

export function toRemindersSubject(props: RemindersProps): string {
  const lines = listLines(props);
  const [only] = lines;
  return only && lines.length === 1 ? toSingleSubject(only, props) : toPluralTitle(props.kind, lines.length);
}

function toSingleSubject(line: ReminderLine, { kind, now }: RemindersProps): string {
  const to = organismPhrases[line.organism].to;
  const isToday = parisDaysBetween(now, line.dueAt) === 0;
  const subjects: Readonly<Record<ReminderKind, string>> = {
    ready: `Votre déclaration ${organismLabels[line.organism]} est prête`,
    week: `À déclarer ${to} avant le ${formatDate(line.dueAt)}`,
    day: isToday ? `Dernier jour pour déclarer ${to}` : `Demain, dernier jour pour déclarer ${to}`,
    late: `Votre déclaration ${to} est en retard`,
  };
  return `${subjects[kind]} – ${toName(line)}`;
}

function toPluralTitle(kind: ReminderKind, count: number): string {
  const titles: Readonly<Record<ReminderKind, string>> = {
    ready: `${count} déclarations sont prêtes`,
    week: `${count} déclarations à envoyer dans la semaine`,
    day: `${count} déclarations à envoyer au plus tard demain`,
    late: `L’échéance de ${count} déclarations est passée`,
  };
  return titles[kind];
}

const titles: Readonly<Record<ReminderKind, string>> = {
  ready: 'Votre déclaration est prête',
  week: 'Une échéance approche',
  day: 'C’est bientôt le dernier jour',
  late: 'Une échéance est passée',
};

const introductions: Readonly<Record<ReminderKind, string>> = {
  ready:
    'Le spectacle est terminé, ses recettes n’ont pas bougé depuis deux nuits et rien ne manque. Il reste à vérifier et à déclarer.',
  week: 'Voici ce qui reste à déclarer dans les jours qui viennent.',
  day: 'Voici ce qui n’est pas encore déclaré, à un jour ou moins de l’échéance.',
  late: 'Voici ce qui n’a pas été déclaré à temps. Déclarez dès que possible\u00a0: un retard se rattrape. Si c’est déjà fait ailleurs, ne tenez pas compte de ce message.',
};

/** To one person: what is ready, or what a deadline calls for, over all their structures. Nothing is said twice of one kind. */
export function Reminders(props: RemindersProps) {
  const { kind, firstname, groups, unsubscribeHref, preferencesHref } = props;
  const count = listLines(props).length;
  const title = count === 1 ? titles[kind] : toPluralTitle(kind, count);
  return (
    <MailLayout title={title} preview={toRemindersSubject(props)}>
      <MailText>Bonjour {firstname},</MailText>
      <MailText>{introductions[kind]}</MailText>
      {groups.map((group) => (
        <Group key={group.lines[0]?.href} group={group} {...props} />
      ))}
      <MailFooter>
        Vous recevez ce message parce que vous êtes membre de {groups.length > 1 ? 'ces structures' : 'cette structure'}
        . <MailLink href={unsubscribeHref}>Ne plus recevoir ce rappel</MailLink>
        {' · '}
        <MailLink href={preferencesHref}>Choisir mes rappels</MailLink>
      </MailFooter>
    </MailLayout>
  );
}

function Group({ group, kind, now }: { readonly group: ReminderGroup } & RemindersProps) {
  const { organizationName, lines } = group;
  const more = lines.length - linesShown;
  return (
    <Section>
      <Heading as="h2" style={{ fontSize: '18px', lineHeight: '28px', margin: '0 0 8px' }}>
        {organizationName}
      </Heading>
      {lines.slice(0, linesShown).map((line) => (
        <Line key={`${line.href} ${line.organism}`} line={line} kind={kind} now={now} />
      ))}
      {more > 0 && (
        <MailText>
          Et {formatCounted(more, 'autre déclaration', 'autres déclarations')}, dans «{'\u00a0'}À faire{'\u00a0'}».
        </MailText>
      )}
    </Section>
  );
}

function Line({ line, kind, now }: { readonly line: ReminderLine; readonly kind: ReminderKind; readonly now: Date }) {
  const { organism, dueAt, totals, missing, plannedFor, href } = line;
  const texts = [
    ...(totals ? [toTotalsText(totals)] : []),
    `Échéance${'\u00a0'}: ${toDueText(dueAt, now)}.`,
    ...(kind === 'ready' ? [] : describeMissingFields(organism, missing).slice(0, 4)),
    ...(plannedFor ? [`Elle sera envoyée automatiquement le ${formatDateTime(plannedFor)}.`] : []),
  ];
  return (
    <Section style={{ borderLeft: '4px solid #6a6af4', paddingLeft: '16px', margin: '0 0 16px' }}>
      <Text style={{ fontSize: '16px', lineHeight: '24px', margin: '0 0 4px', wordBreak: 'break-word' }}>
        <strong>{toName(line)}</strong>, {organismLabels[organism]}
      </Text>
      {texts.map((text) => (
        <Text key={text} style={{ fontSize: '16px', lineHeight: '24px', margin: '0 0 4px' }}>
          {text}
        </Text>
      ))}
      <Text style={{ fontSize: '16px', lineHeight: '24px', margin: 0 }}>
        <MailLink href={href}>{toLinkText(line)}</MailLink>
      </Text>
    </Section>
  );
}

function toTotalsText({ performances, tickets, includingTaxesCents }: NonNullable<ReminderLine['totals']>): string {
  return `${formatCounted(performances, 'représentation')}, ${formatCounted(tickets, 'billet')}, ${formatAmount(includingTaxesCents)} TTC de billetterie.`;
}

function toDueText(dueAt: Date, now: Date): string {
  const date = formatDate(dueAt);
  if (dueAt < now) return `${date}, passée`;
  const days = parisDaysBetween(now, dueAt);
  if (days === 0) return `aujourd’hui, ${date}`;
  return days === 1 ? `demain, ${date}` : date;
}

function toLinkText({ organism, missing }: ReminderLine): string {
  if (missing.length > 0) return 'Compléter la déclaration';
  return isTransmittable(organism) ? 'Vérifier et transmettre' : 'Ouvrir la déclaration';
}

function toName({ name, organism }: ReminderLine): string {
  return organism === 'SIBIL' ? formatQuarter(name) : name;
}

function listLines({ groups }: RemindersProps): readonly ReminderLine[] {
  return groups.flatMap(({ lines }) => lines);
}
