import type { Organism } from '@/domain/organism';
import { formatAmount, formatCount, formatDate, formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import { MailButton, MailFacts, MailFooter, MailLayout, MailLink, MailText } from './mail-layout';

export type AutomaticAnnouncementProps = {
  readonly firstname: string;
  readonly organism: Organism;
  readonly seriesName: string;
  readonly organizationName: string;
  readonly plannedFor: Date;
  readonly dueAt: Date;
  /** Ticketing, cents including taxes. */
  readonly totals: { readonly performances: number; readonly tickets: number; readonly includingTaxesCents: number };
  readonly allowedBy: string;
  readonly allowedAt: Date;
  readonly stopHref: string;
  readonly reviewHref: string;
};

export function toAutomaticAnnouncementSubject(props: AutomaticAnnouncementProps): string {
  return `Demain, nous envoyons votre déclaration ${organismLabels[props.organism]} – ${props.seriesName}`;
}

/** To every member, the day before: what will leave by itself, when, who allowed it, and how to stop it. */
export function AutomaticAnnouncement(props: AutomaticAnnouncementProps) {
  const label = organismLabels[props.organism];
  const { performances, tickets, includingTaxesCents } = props.totals;
  const when = formatDateTime(props.plannedFor);
  return (
    <MailLayout title={`Votre déclaration ${label} partira demain`} preview={`${props.seriesName}, ${when}`}>
      <MailText>Bonjour {props.firstname},</MailText>
      <MailText>
        Comme {props.allowedBy} l’a permis, nous enverrons cette déclaration à la {label} le <strong>{when}</strong>, si
        rien ne change d’ici là. Vous n’avez rien à faire.
      </MailText>
      <MailFacts
        facts={[
          { label: 'Spectacle', value: props.seriesName },
          { label: 'Structure', value: props.organizationName },
          { label: 'Représentations', value: formatCount(performances) },
          { label: 'Billets', value: formatCount(tickets) },
          { label: 'Recettes de billetterie', value: `${formatAmount(includingTaxesCents)} TTC` },
          { label: 'Échéance', value: formatDate(props.dueAt) },
          { label: 'Envoi automatique permis par', value: `${props.allowedBy}, le ${formatDate(props.allowedAt)}` },
        ]}
      />
      <MailButton href={props.stopHref}>Ne pas envoyer</MailButton>
      <MailText>
        <MailLink href={props.reviewHref}>Relire la déclaration</MailLink>
      </MailText>
      <MailFooter>
        Ce message accompagne tout envoi automatique. Pour ne plus en recevoir, arrêtez l’envoi automatique de ce
        spectacle.
      </MailFooter>
    </MailLayout>
  );
}

/** Why what was announced did not leave. */
export type NotTransmittedReason = 'figures' | 'incomplete' | 'warnings' | 'deadline' | 'rights';

export type NotTransmittedProps = {
  readonly firstname: string;
  readonly organism: Organism;
  readonly seriesName: string;
  readonly organizationName: string;
  readonly reason: NotTransmittedReason;
  /** Null when the show has none any more. */
  readonly dueAt: Date | null;
  readonly reviewHref: string;
};

export function toNotTransmittedSubject(props: NotTransmittedProps): string {
  return `Votre déclaration ${organismLabels[props.organism]} n’est pas partie – ${props.seriesName}`;
}

const reasons: Readonly<Record<NotTransmittedReason, string>> = {
  figures: 'Les recettes de la billetterie ont changé depuis que nous vous l’avons annoncée.',
  incomplete: 'Il manque maintenant quelque chose à la déclaration.',
  warnings: 'Un point inhabituel demande votre regard.',
  deadline: 'Nous n’avons pas pu vous l’annoncer à temps avant l’échéance.',
  rights: 'La personne qui avait permis cet envoi ne fait plus partie de la structure.',
};

/** To every member: nothing was sent, why, and what to do. */
export function NotTransmitted(props: NotTransmittedProps) {
  const label = organismLabels[props.organism];
  return (
    <MailLayout title={`Votre déclaration ${label} n’est pas partie`} preview={reasons[props.reason]}>
      <MailText>Bonjour {props.firstname},</MailText>
      <MailText>
        Nous devions envoyer cette déclaration à la {label} aujourd’hui. {reasons[props.reason]}{' '}
        <strong>Rien n’a été envoyé.</strong> L’envoi automatique est arrêté pour ce spectacle{'\u00a0'}: vérifiez la
        déclaration, puis transmettez-la vous-même.
      </MailText>
      <MailFacts
        facts={[
          { label: 'Spectacle', value: props.seriesName },
          { label: 'Structure', value: props.organizationName },
          ...(props.dueAt ? [{ label: 'Échéance', value: formatDate(props.dueAt) }] : []),
        ]}
      />
      <MailButton href={props.reviewHref}>Vérifier et transmettre</MailButton>
    </MailLayout>
  );
}
