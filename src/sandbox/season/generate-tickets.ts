import { type ShowSpec } from './demo-shows';
import { type Session, type Show, type Tariff, type Ticket } from './model';
import { type Random } from './random';

const dayMilliseconds = 86_400_000;
const firstnames = ['Nolwenn', 'Aïcha', 'Gaëlle', 'Karim', 'Maël', 'Inès', 'Yann', 'Zoé', 'Théo', 'Rozenn'] as const;
const names = ['Kerbrat', 'Lozach', 'Benali', 'Dourver', 'Le Floc’h', 'Marchadour', 'Tanguy-Roux', 'Özkan'] as const;
const paidChannels = [
  'web',
  'web',
  'web',
  'web',
  'web',
  'web',
  'web',
  'cash',
  'check',
  'card',
  '4030',
  'multiple',
  'other',
] as const;
const freeChannels = ['free', 'invitation', 'web', ''] as const;

/** Sales of a show: paid, reduced, free, taken with a pass, refunded, reserved and never paid, in plausible proportions. */
export function generateTickets(
  spec: ShowSpec,
  show: Omit<Show, 'tickets'>,
  random: Random,
  reference: Date,
): Ticket[] {
  const tickets: Ticket[] = [];
  for (const session of show.sessions) {
    const count = random.integer(spec.sales[0], spec.sales[1]);
    for (let index = 0; index < count; index += 1) {
      const id = `${show.id}${String(tickets.length + 1).padStart(5, '0')}`;
      tickets.push(
        generateTicket(
          id,
          session,
          chooseTariff(spec, show.tariffs, random),
          random,
          toLatest(spec, session, reference),
        ),
      );
    }
  }
  return tickets;
}

function generateTicket(id: string, session: Session, tariff: Tariff, random: Random, latest: Date): Ticket {
  const usesPass = tariff.priceCents > 0 && random.chance(4);
  const discounted = random.chance(5) ? Math.floor(tariff.priceCents * 0.9) : tariff.priceCents;
  const priceCents = usesPass || random.chance(1) ? 0 : discounted;
  const isReservation = priceCents > 0 && random.chance(2);
  const isRefunded = !isReservation && random.chance(3);
  const firstname = random.pick(firstnames);
  const name = random.pick(names);
  return {
    id,
    orderId: `9${id}`,
    tariffId: tariff.id,
    sessionId: session.id,
    priceCents,
    channel: isReservation ? 'reservation' : priceCents > 0 ? random.pick(paidChannels) : random.pick(freeChannels),
    passId: usesPass ? `1008${String(random.integer(1, 60)).padStart(5, '0')}` : null,
    buyer: { firstname, name, email: `client-${id}@public.example` },
    isPaid: !isReservation,
    isRefunded,
    isUsed: !isReservation && !isRefunded && random.chance(90),
    changedAt: new Date(latest.getTime() - random.integer(0, 40) * dayMilliseconds - random.integer(0, 86_399) * 1000),
  };
}

function chooseTariff(spec: ShowSpec, tariffs: readonly Tariff[], random: Random): Tariff {
  const total = spec.tariffs.reduce((sum, [, , , , share]) => sum + share, 0);
  let drawn = random.integer(1, total);
  for (const [index, [, , , , share]] of spec.tariffs.entries()) {
    drawn -= share;
    const tariff = tariffs[index];
    if (drawn <= 0 && tariff) return tariff;
  }
  throw new Error(`${spec.title} has no tariff`);
}

/** Nobody buys after the show, nor after the reference date. */
function toLatest(spec: ShowSpec, session: Session, reference: Date): Date {
  const lastChange = new Date(reference.getTime() - (spec.lastChangeDaysAgo ?? 0) * dayMilliseconds);
  return session.startAt && session.startAt < lastChange ? session.startAt : lastChange;
}
