import { type ShowSpec } from '../season/demo-shows';
import { type Season } from '../season/model';
import { type Encoded } from './encode';

/** Deleted events have no name any more: this one is called by its number, 1003 being the third show. */
export const unlistedEvent = '1003001';

/**
 * Events of an account where things go wrong one by one, or are only unusual: the title says which. Only what Shotgun sends is
 * distorted: the season behind stays sound, and its refunded tickets are those that other words for "not valid" are tried on.
 */
const titles = [
  'Sain, mais écrit bizarrement',
  'Vendu en dollars',
  unlistedEvent,
  'Revendus et remplacés',
  'En attente d’approbation',
  'Duplicata',
  'TVA étrangère',
  'Montant absurde',
  'Montant négatif',
  'Demi-centime',
  'Statut inconnu',
  'Taux mêlés',
  'Billets plus anciens que treize mois',
  'Sans date',
  'Sans taux',
  'Sans monnaie',
  'Tout remboursé',
  'Événement annulé',
] as const;

export const oddShows: readonly ShowSpec[] = titles.map((title) => ({
  title,
  place: 'Salle des Curiosités',
  taxRateBp: 550,
  sessions: title === 'Sans date' ? null : [[-25, '20:30', 90]],
  hasSessions: false,
  tariffs: [
    ['Plein tarif', 1500, title === 'Taux mêlés' ? 2000 : null, null, 60],
    ['Réduit', 899, null, null, 25],
    ['Exonéré', 0, 0, null, 15],
  ],
  sales: title === 'Billets plus anciens que treize mois' ? [130, 130] : [24, 30],
}));

const dayMilliseconds = 86_400_000;

/** What the accounts know too: one event sold for years, one entirely refunded, and in each a few refunded tickets. */
export function withOddHistory(season: Season): Season {
  for (const { title, tickets } of season.shows) {
    for (const [index, ticket] of tickets.entries()) {
      if (index % 5 === 4 || title === 'Tout remboursé') {
        ticket.isRefunded = true;
        ticket.isPaid = true;
      }
      if (title === 'Billets plus anciens que treize mois' && index < 110) {
        ticket.changedAt = new Date(ticket.changedAt.getTime() - 500 * dayMilliseconds);
      }
    }
  }
  return season;
}

type EncodedShow = {
  /** Null: in neither list. */
  readonly event: Encoded | null;
  readonly tickets: readonly Encoded[];
};

const notValid = (ticket: Encoded): boolean => ticket.ticket_status !== 'valid';

const distortions: Readonly<Record<string, (show: EncodedShow) => EncodedShow>> = {
  'Sain, mais écrit bizarrement': ({ event, tickets }) => ({
    event: event && { ...event, id: String(event.id), deals: null, nouveau: { profond: [1, 2] } },
    tickets: tickets.map(writeStrangely),
  }),
  'Vendu en dollars': (show) => withTickets(show, (ticket) => ({ ...ticket, currency: 'usd' })),
  [unlistedEvent]: (show) => ({ ...show, event: null }),
  'Revendus et remplacés': (show) => renamed(show, { ticket_status: 'resold', deal_channel: 'reseller' }),
  'En attente d’approbation': (show) => renamed(show, { ticket_status: 'pending_approval' }),
  Duplicata: (show) => renamed(show, { ticket_status: 'canceled', deal_channel: 'duplicata' }),
  'TVA étrangère': (show) => withTickets(show, (ticket) => ({ ...ticket, deal_vat_rate: 0.07 })),
  'Montant absurde': (show) => withFirstPaid(show, { deal_price: 999_999_999_999 }),
  'Montant négatif': (show) => withFirstPaid(show, { deal_price: -1500 }),
  'Demi-centime': (show) => withFirstPaid(show, { deal_price: 1500.5 }),
  'Statut inconnu': (show) => renamed(show, { ticket_status: 'teleported' }),
  'Sans taux': (show) => withFirstPaid(show, { deal_vat_rate: null }),
  'Sans monnaie': (show) => withFirstPaid(show, { currency: null }),
  'Événement annulé': ({ event, tickets }) => ({
    event: event && { ...event, cancelledAt: '2026-11-01T08:00:00.000Z' },
    tickets: tickets.map((ticket) => ({ ...ticket, event_canceled_at: '2026-11-01T08:00:00.000Z' })),
  }),
};

/** What Shotgun sends of an event, given its title. */
export function distort(title: string, show: EncodedShow): EncodedShow {
  return distortions[title]?.(show) ?? show;
}

/** Texts for numbers, a percentage for a fraction, capitals, absent nulls, a channel nobody knows. */
function writeStrangely(ticket: Encoded, index: number): Encoded {
  const { ticket_canceled_at: _canceledAt, deal_sub_category: _category, ...rest } = ticket;
  const rate = Number(ticket.deal_vat_rate);
  return {
    ...rest,
    ticket_id: index % 2 === 0 ? String(ticket.ticket_id) : ticket.ticket_id,
    ticket_status: index % 3 === 0 ? String(ticket.ticket_status).toUpperCase() : ticket.ticket_status,
    deal_price: index % 4 === 0 ? String(ticket.deal_price) : ticket.deal_price,
    deal_vat_rate: index % 2 === 0 ? (rate * 100).toFixed(2) : rate,
    deal_channel: 'kiosque',
    currency: 'EUR',
    event_id: String(ticket.event_id),
    nouveau: { profond: null },
  };
}

function withTickets(show: EncodedShow, change: (ticket: Encoded) => Encoded): EncodedShow {
  return { ...show, tickets: show.tickets.map(change) };
}

/** Other words for the tickets that do not count. */
function renamed(show: EncodedShow, change: Encoded): EncodedShow {
  return withTickets(show, (ticket) => (notValid(ticket) ? { ...ticket, ...change } : ticket));
}

function withFirstPaid(show: EncodedShow, change: Encoded): EncodedShow {
  const target = show.tickets.find((ticket) => !notValid(ticket) && Number(ticket.deal_price) > 0);
  return withTickets(show, (ticket) => (ticket === target ? { ...ticket, ...change } : ticket));
}
