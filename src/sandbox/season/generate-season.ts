import { demoShows, type ShowSpec } from './demo-shows';
import { generateTickets } from './generate-tickets';
import { type Season, type Session, type Show, type Tariff } from './model';
import { atParis } from './paris';
import { createRandom, type Random } from './random';

export type SeasonOptions = {
  readonly seed: number;
  /** "Now" of the season: sessions are placed around it, nothing was sold after it. */
  readonly reference: Date;
};

/** The season of the demonstration: 13 shows, most of them over and still to be declared. */
export function generateDemoSeason(options: SeasonOptions): Season {
  return generateSeason(demoShows, options);
}

/** A season of identical shows for measurements: `shows` × `performances`, `sales` tickets each. */
export function generateBigSeason(
  size: { readonly shows: number; readonly performances: number; readonly sales: number },
  options: SeasonOptions,
): Season {
  const specs = Array.from({ length: size.shows }, (_, index): ShowSpec => {
    const sessions = Array.from({ length: size.performances }, (_, night): readonly [number, string, number] => {
      return [-2 - (index % 60) - night, '20:30', 90];
    });
    return {
      title: `Spectacle n° ${index + 1}`,
      place: `Salle ${1 + (index % 7)}`,
      taxRateBp: 550,
      sessions,
      tariffs: [
        ['Plein tarif', 1800, null, 79, 80],
        ['Tarif réduit', 1250, null, 69, 20],
      ],
      sales: [size.sales, size.sales],
    };
  });
  return generateSeason(specs, options);
}

/** Identifiers follow the position of the show, so that two runs with the same seed agree even on other days. */
export function generateSeason(specs: readonly ShowSpec[], { seed, reference }: SeasonOptions): Season {
  return { shows: specs.map((spec, index) => generateShow(spec, index, createRandom(seed * 7919 + index), reference)) };
}

function generateShow(spec: ShowSpec, index: number, random: Random, reference: Date): Show {
  const id = String(1001 + index);
  const sessions = toSessions(spec, id, reference);
  const tariffs = spec.tariffs.map(([name, priceCents, taxRateBp, commissionCents], position): Tariff => {
    return { id: `${id}${String(position + 1).padStart(2, '0')}`, name, priceCents, taxRateBp, commissionCents };
  });
  const show = {
    id,
    title: spec.title,
    place: spec.place,
    taxRateBp: spec.taxRateBp,
    hasSessions: spec.hasSessions ?? true,
    isOnline: !spec.isOffline,
    sessions,
    tariffs,
  };
  return { ...show, tickets: generateTickets(spec, show, random, reference) };
}

function toSessions(spec: ShowSpec, showId: string, reference: Date): readonly Session[] {
  if (spec.sessions === null) return [{ id: `${showId}001`, startAt: null, endAt: null }];
  return spec.sessions.map(([dayOffset, time, minutes], position) => {
    const startAt = atParis(reference, dayOffset, time);
    const endAt = minutes === null ? null : new Date(startAt.getTime() + minutes * 60_000);
    return { id: `${showId}${String(position + 1).padStart(3, '0')}`, startAt, endAt };
  });
}
