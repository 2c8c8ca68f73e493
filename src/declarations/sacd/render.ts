import { create } from 'xmlbuilder2';
import { toDecimalText } from '@/domain/money';
import type { SacdMessage, SacdPerformance } from './message';

/** Name of the sending system, as announced to the service. */
const systemName = 'Assistant déclaration';

/**
 * The XML of a message, UTF-8. The order of elements is the one the service is known to accept; whether another would do is
 * unknown. No namespace, no attribute.
 */
export function renderSacdXml(message: SacdMessage): string {
  const content = {
    Declaration: {
      Header: {
        dec_ref: message.declarantId,
        dec_systeme: systemName,
        dec_date: message.date,
        dec_nb: String(message.performances.length),
      },
      Representations: {
        Representation: message.performances.map((performance, index) => toElement(message, performance, index === 0)),
      },
    },
  };
  return create({ version: '1.0', encoding: 'utf-8' }, content).end({ prettyPrint: true });
}

function toElement(message: SacdMessage, performance: SacdPerformance, isFirst: boolean) {
  const { organizer, producer, expenses } = message;
  return {
    rep_ref_dec: performance.reference,
    rep_devise: 'EUR',
    // What was played, once and for all; planned performances are not declared.
    rep_statut: 'DEF',
    rep_version: '1',
    rep_titre: performance.title,
    rep_date_debut: performance.startDay,
    rep_date_fin: performance.endDay,
    rep_nb: '1',
    rep_horaire: performance.startTime,
    Billetterie: {
      rep_mt_billets: toDecimalText(performance.ticketingCents),
      rep_mt_tva_billets: toDecimalText(performance.vatCents),
      rep_nb_billets_pay: String(performance.paidTickets),
      rep_nb_billets_exo: String(performance.freeTickets),
    },
    // Amounts of the series are told once, on the first performance: the service's support asked for that.
    Exploitation: isFirst
      ? { rep_mt_depenses: toDecimalText(expenses.spentCents), rep_mt_frais: toDecimalText(expenses.approachCents) }
      : {},
    Salle: { salle_nom: performance.venueName, salle_jauge: String(performance.capacity) },
    // The organiser's seat, not the venue: docs/adr/0003-sacd-organiser-address.md.
    Diffuseur: {
      diff_nom: organizer.name,
      diff_type_ref: 'SIREN',
      diff_ref: organizer.siren,
      diff_adresse_1: organizer.address.street,
      diff_code_postal: organizer.address.postalCode,
      diff_ville: organizer.address.city,
      diff_pays: organizer.address.countryCode,
    },
    Producteur: { prod_nom: producer.name, prod_type_ref: 'SIREN', prod_ref: producer.siren },
  };
}
