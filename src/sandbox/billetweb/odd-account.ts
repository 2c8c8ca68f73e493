import { type ShowSpec } from '../season/demo-shows';
import { type Encoded } from './encode';

/**
 * Shows of an account where things go wrong one by one: the first is sound but strangely written, the last needs a second look at
 * its sessions, each of the others has one defect, named by its title. Only what Billetweb sends is distorted: the season behind stays sound.
 */
const titles = [
  'Sain, mais écrit bizarrement',
  'Montant absurde',
  'Sans date',
  'Tarif supprimé',
  'TVA étrangère',
  'Montant négatif',
  'Supprimé de la billetterie',
  'Séance inconnue',
  'Sans aucune séance',
  'Séance retirée de la vente',
] as const;

export const oddShows: readonly ShowSpec[] = titles.map((title) => ({
  title,
  place: 'Salle des Curiosités',
  taxRateBp: 550,
  sessions:
    title === 'Sans date'
      ? null
      : [
          [-25, '20:30', 90],
          [-24, '20:30', null],
        ],
  ...(title === 'Sans date' ? { hasSessions: false } : {}),
  tariffs: [
    ['Plein tarif', 1500, null, 75, 70],
    ['Réduit', 899, null, null, 20],
    ['Exonéré', 0, null, null, 10],
  ],
  sales: [12, 18],
}));

export type EncodedShow = {
  /** Null: no longer listed. */
  readonly event: Encoded | null;
  readonly sessions: readonly Encoded[];
  readonly tariffs: readonly Encoded[];
  readonly attendees: readonly Encoded[];
};

const distortions: Readonly<Record<string, (show: EncodedShow) => EncodedShow>> = {
  'Sain, mais écrit bizarrement': ({ event, sessions, tariffs, attendees }) => ({
    event: event && {
      ...event,
      id: Number(event.id),
      multiple: true,
      nouveau_champ: { profond: [1, 2, 3] },
      tags: null,
    },
    sessions: [...sessions, ...sessions].map((session) => ({ ...session, id: Number(session.id), capacity: null })),
    tariffs: tariffs.map((tariff) => ({ ...tariff, id: Number(tariff.id), tax: '', options: [] })),
    attendees: [...attendees.map(writeStrangely), ...attendees.slice(0, 5)],
  }),
  'Montant absurde': (show) => withFirstPaid(show, { price: '999999999999.99' }),
  'Tarif supprimé': (show) => ({ ...show, tariffs: show.tariffs.slice(1) }),
  'TVA étrangère': (show) => ({ ...show, tariffs: show.tariffs.map((tariff) => ({ ...tariff, tax: '7.00' })) }),
  'Montant négatif': (show) => withFirstPaid(show, { price: '-15.00' }),
  'Supprimé de la billetterie': (show) => ({ ...show, event: null }),
  'Séance inconnue': (show) => withFirstPaid(show, { order_session: '999999' }),
  'Sans aucune séance': (show) => ({ ...show, sessions: [], attendees: show.attendees.map(disable) }),
  'Séance retirée de la vente': (show) => ({
    ...show,
    sessions: show.sessions.map((session, index) => (index === 1 ? disable(session) : session)),
  }),
};

export function distort(title: string, show: EncodedShow): EncodedShow {
  return distortions[title]?.(show) ?? show;
}

/** Numbers for texts, booleans for "1", a price with the noise of a float, the same ticket twice. */
function writeStrangely(attendee: Encoded, index: number): Encoded {
  const price = Number(attendee.price);
  return {
    ...attendee,
    id: Number(attendee.id),
    ticket_id: Number(attendee.ticket_id),
    price: index % 2 === 0 && price > 0 ? price - 1e-13 : attendee.price,
    disabled: attendee.disabled === '1',
    order_paid: attendee.order_paid === '1' ? 1 : 0,
    order_session: Number(attendee.order_session),
    order_payment_type: attendee.order_payment_type === '4030' ? 4030 : attendee.order_payment_type,
    event_name: undefined,
    nouveau: null,
  };
}

function withFirstPaid(show: EncodedShow, change: Encoded): EncodedShow {
  const target = show.attendees.find(
    ({ price, disabled, order_paid: paid }) => Number(price) > 0 && disabled === '0' && paid === '1',
  );
  return {
    ...show,
    attendees: show.attendees.map((attendee) => (attendee === target ? { ...attendee, ...change } : attendee)),
  };
}

function disable(row: Encoded): Encoded {
  return { ...row, disabled: '1' };
}
