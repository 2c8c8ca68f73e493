import { generateSeason, type SeasonOptions } from '../season/generate-season';
import { type ShowSpec } from '../season/demo-shows';
import { type Season, type Show, type Ticket } from '../season/model';
import { encodeTax, encodeVenue, toTicketPriceId, type Distortion } from './encode';
import { type Resource } from './resource';

/** Shows of an account where things go wrong one by one: each has one defect or one oddity, named by its title. */
const titles = [
  'Sain, mais écrit bizarrement',
  'À l’étranger',
  'En Corse',
  'À La Réunion',
  'Vendu en francs suisses',
  'Billets importés sans tarif',
  'Billet sans tarif',
  'Tarif inconnu',
  'Montants négatifs ou absents',
  'Montant absurde',
  'Une date manque',
  'Aucune date connue',
  'Sans aucune séance',
  'Pass dix concerts',
  'Atelier sans date',
  'TVA étrangère',
  'Taux inconnu en France',
  'Sans taux de TVA',
  'Prix dynamique',
  'Statut inconnu',
  'Date absente de la liste',
  'De 2,1 % à 5,5 %',
  'Billet suspendu',
] as const;
type OddTitle = (typeof titles)[number];

const rates: Partial<Record<OddTitle, number>> = { 'En Corse': 210, 'À La Réunion': 210, 'De 2,1 % à 5,5 %': 550 };

const oddShows: readonly ShowSpec[] = titles.map((title) => ({
  title,
  place: 'Salle des Curiosités',
  taxRateBp: rates[title] ?? 550,
  sessions:
    title === 'Aucune date connue'
      ? null
      : [
          [-25, '20:30', 90],
          [-24, '20:30', null],
        ],
  tariffs:
    title === 'De 2,1 % à 5,5 %'
      ? [
          ['Premières fois', 1500, 210, null, 50],
          ['Ensuite', 1500, 550, null, 50],
        ]
      : [
          ['Plein tarif', 1500, null, 75, 70],
          ['Réduit', 899, null, null, 20],
          ['Exonéré', 0, null, null, 10],
        ],
  sales: [12, 18],
}));

/** Tickets that brought nothing to anyone, whatever Mapado says of them. */
const extraTickets: Partial<Record<OddTitle, number>> = {
  'Billets importés sans tarif': 4,
  'Statut inconnu': 3,
  'Billet suspendu': 2,
};
const extra = 'extra';

export function generateOddSeason(options: Omit<SeasonOptions, 'seed'>): Season {
  const { shows } = generateSeason(oddShows, { ...options, seed: 2 });
  return { shows: shows.map(toOddShow) };
}

function toOddShow(show: Show): Show {
  const [first, second] = show.sessions;
  if (show.title === 'Une date manque' && first && second)
    return { ...show, sessions: [first, { ...second, startAt: null, endAt: null }] };
  if (show.title === 'De 2,1 % à 5,5 %')
    return { ...show, tickets: show.tickets.map((sold) => sellByDate(show, sold)) };
  const count = titles
    .filter((title) => title === show.title)
    .reduce((sum, title) => sum + (extraTickets[title] ?? 0), 0);
  const [model] = show.tickets;
  if (!model) return show;
  const others = Array.from({ length: count }, (_, index): Ticket => {
    return { ...model, id: `${show.id}9000${index}`, priceCents: 1500, channel: extra, isPaid: true, isRefunded: true };
  });
  return { ...show, tickets: [...show.tickets, ...others] };
}

function sellByDate(show: Show, ticket: Ticket): Ticket {
  const position = show.sessions.findIndex(({ id }) => id === ticket.sessionId);
  return { ...ticket, tariffId: show.tariffs[position]?.id ?? ticket.tariffId };
}

const ticketings: Partial<Record<string, (ticketing: Resource, show: Show) => Resource>> = {
  'Sain, mais écrit bizarrement': (ticketing) => ({ ...ticketing, venue: null, timezone: null }),
  'À l’étranger': (ticketing, show) => ({ ...ticketing, venue: encodeVenue(show, 'BE') }),
  'En Corse': (ticketing, show) => ({ ...ticketing, venue: encodeVenue(show, 'CORSE') }),
  'À La Réunion': (ticketing, show) => ({ ...ticketing, venue: encodeVenue(show, 'RE') }),
  'Montants négatifs ou absents': (ticketing, show) => ({ ...ticketing, venue: encodeVenue(show, null) }),
  'Vendu en francs suisses': (ticketing) => ({ ...ticketing, currency: 'CHF' }),
  'Pass dix concerts': (ticketing) => ({ ...ticketing, type: 'offer' }),
  'Atelier sans date': (ticketing) => ({ ...ticketing, type: 'undated_event' }),
};

/** What becomes of each tariff of a date. */
const tariffs: Partial<Record<string, (price: Resource) => Resource>> = {
  'Sain, mais écrit bizarrement': (price) => ({
    ...price,
    facialValue: String(price.facialValue),
    name: null,
    tax: { ...encodeTax(550, null), rate: '0.055' },
  }),
  'En Corse': (price) => ({ ...price, tax: encodeTax(210, 'CORSE') }),
  'À La Réunion': (price) => ({ ...price, tax: encodeTax(210, 'RE') }),
  'TVA étrangère': (price) => ({ ...price, tax: encodeTax(600, 'BE') }),
  'Taux inconnu en France': (price) => ({ ...price, tax: encodeTax(700, 'FR') }),
  'Sans taux de TVA': (price) => ({ ...price, tax: null }),
  'Prix dynamique': (price) => ({ ...price, facialValue: 99_00 }),
};

const tickets: Partial<Record<string, (ticket: Resource, show: Show, original: Ticket) => Resource>> = {
  'Sain, mais écrit bizarrement': (ticket) => ({ ...ticket, facialValue: String(ticket.facialValue), imported: null }),
  'Billets importés sans tarif': (ticket, _show, { channel }) =>
    channel === extra ? { ...ticket, status: 'payed', imported: true, ticketPrice: null } : ticket,
  'Billet sans tarif': whenFirstPaid((ticket) => ({ ...ticket, ticketPrice: null })),
  'Tarif inconnu': whenFirstPaid((ticket) => ({
    ...ticket,
    ticketPrice: { '@id': '/v1/ticket_prices/404', '@type': 'TicketPrice' },
  })),
  'Montants négatifs ou absents': (ticket, show, original) => {
    const tariff = show.tariffs.find(({ id }) => id === original.tariffId);
    if (!tariff || tariff.priceCents !== ticket.facialValue) return ticket;
    return { ...ticket, facialValue: Number(original.id) % 2 === 0 ? null : -tariff.priceCents - 1 };
  },
  'Montant absurde': whenFirstPaid((ticket) => ({ ...ticket, facialValue: 999_999_999_999 })),
  'Sans aucune séance': (ticket) => ({ ...ticket, status: 'refunded' }),
  'Statut inconnu': (ticket, _show, { channel }) => (channel === extra ? { ...ticket, status: 'exchanged' } : ticket),
  'Billet suspendu': (ticket, _show, { channel }) =>
    channel === extra ? { ...ticket, status: 'payed', eventDate: null } : ticket,
};

function whenFirstPaid(change: (ticket: Resource) => Resource) {
  return (ticket: Resource, show: Show, original: Ticket): Resource => {
    const first = show.tickets.find(({ priceCents, isPaid, isRefunded }) => priceCents > 75 && isPaid && !isRefunded);
    return first === original ? change(ticket) : ticket;
  };
}

export const oddDistortion: Distortion = {
  ticketing: (ticketing, show) => ticketings[show.title]?.(ticketing, show) ?? ticketing,
  ticket: (ticket, show, original) => tickets[show.title]?.(ticket, show, original) ?? ticket,
  eventDate(eventDate, show, position) {
    const list = eventDate.ticketPriceList;
    const prices = typeof list === 'function' ? list() : [];
    const change = tariffs[show.title];
    if (!Array.isArray(prices)) return eventDate;
    const changed: readonly Resource[] = prices.map((price: Resource) => change?.(price) ?? price);
    if (show.title !== 'De 2,1 % à 5,5 %') return { ...eventDate, ticketPriceList: changed };
    const own = toTicketPriceId(show.tariffs[position]?.id ?? '', show.sessions[position]?.id ?? '');
    return { ...eventDate, ticketPriceList: changed.filter((price) => price['@id'].endsWith(`/${own}`)) };
  },
  hides(show, position) {
    if (show.title === 'Sans aucune séance') return 'everywhere';
    return show.title === 'Date absente de la liste' && position === 1 ? 'listed' : null;
  },
};
