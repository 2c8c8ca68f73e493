import { describe, expect, it } from '@jest/globals';
import { generateBigSeason, generateDemoSeason } from './generate-season';
import { toLedger } from './ledger';
import { atParis, toParisText } from './paris';

const reference = new Date('2026-11-20T10:00:00.000Z');

describe('The season of the demonstration', () => {
  const season = generateDemoSeason({ seed: 1, reference });
  const tickets = season.shows.flatMap((show) => show.tickets);

  it('is the same each time for the same seed and day', () => {
    expect(generateDemoSeason({ seed: 1, reference })).toEqual(season);
    expect(generateDemoSeason({ seed: 2, reference })).not.toEqual(season);
  });

  it('keeps its identifiers and its sales on another day', () => {
    const later = generateDemoSeason({ seed: 1, reference: new Date('2027-02-01T10:00:00.000Z') });
    const toIds = (shows: typeof season.shows): unknown =>
      shows.map(({ id, tickets: sold }) => [id, sold.map((ticket) => [ticket.id, ticket.priceCents])]);
    expect(toIds(later.shows)).toEqual(toIds(season.shows));
  });

  it('holds every case that a box office meets', () => {
    const rates = season.shows.map((show) => new Set(show.tariffs.map(({ taxRateBp }) => taxRateBp ?? show.taxRateBp)));
    expect(season.shows).toHaveLength(13);
    expect(rates.some((set) => set.has(550) && set.has(2000) && set.has(210))).toBe(true);
    expect(tickets.some(({ isRefunded }) => isRefunded)).toBe(true);
    expect(tickets.some(({ isPaid, priceCents }) => !isPaid && priceCents > 0)).toBe(true);
    expect(tickets.some(({ passId }) => passId !== null)).toBe(true);
    expect(tickets.some(({ channel }) => channel === '')).toBe(true);
    expect(tickets.some(({ channel }) => channel === '4030')).toBe(true);
    expect(season.shows.some(({ hasSessions }) => !hasSessions)).toBe(true);
    expect(season.shows.some(({ sessions }) => sessions[0]?.startAt === null)).toBe(true);
    expect(season.shows.some(({ title }) => title.includes('🎭'))).toBe(true);
    expect(tickets.every(({ changedAt }) => changedAt <= reference)).toBe(true);
  });

  it('keeps accounts in whole cents, less the commission of web sales, never below zero', () => {
    const ledger = toLedger(season);
    expect(ledger).toHaveLength(tickets.length);
    for (const [index, line] of ledger.entries()) {
      const ticket = tickets[index];
      expect(Number.isInteger(line.receivedCents) && line.receivedCents >= 0).toBe(true);
      if (ticket && ticket.channel !== 'web') expect(line.receivedCents).toBe(ticket.priceCents);
    }
  });
});

describe('A season for measurements', () => {
  it('has the size asked for', () => {
    const season = generateBigSeason({ shows: 3, performances: 4, sales: 2 }, { seed: 1, reference });
    expect(season.shows.map(({ sessions, tickets }) => [sessions.length, tickets.length])).toEqual([
      [4, 8],
      [4, 8],
      [4, 8],
    ]);
  });
});

describe('The clocks of Paris', () => {
  it('place a time of day on both sides of the change of hour', () => {
    expect(atParis(reference, 0, '20:30').toISOString()).toBe('2026-11-20T19:30:00.000Z');
    expect(atParis(reference, -60, '20:30').toISOString()).toBe('2026-09-21T18:30:00.000Z');
    expect(toParisText(new Date('2026-10-25T00:30:00.000Z'))).toBe('2026-10-25 02:30:00');
  });
});
