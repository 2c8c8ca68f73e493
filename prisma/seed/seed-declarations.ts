import { type DraftPatch } from '@/domain/declaration/draft';
import { isTransmittable, type SeriesOrganism } from '@/domain/organism';
import { chooseOrganisms } from '@/server/declarations/choose-organisms';
import { saveDeclaration } from '@/server/declarations/save-declaration';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { handle } from '@/server/submissions/run-submission.handler';
import { type Actor } from '@/server/trpc/context';

type DemoDeclaration = {
  /** Of the simulated season. */
  readonly remoteId: string;
  readonly organisms: readonly SeriesOrganism[];
  readonly patch: NonNullable<DraftPatch['series']>;
  readonly then: 'kept' | 'sent' | 'refused';
};

const complete: DemoDeclaration['patch'] = {
  genre: 'THEATRE_AND_STORYTELLING_AND_MIME',
  producer: { name: 'Compagnie des Embruns', siren: '443061841' },
  venue: toVenue('Salle du Stiff', '1 place de l’Église', '29242', 'Ouessant'),
  capacity: 120,
  taxRateBp: 550,
  expenses: {
    total: { excludingTaxesCents: 420_000, includingTaxesCents: 443_100 },
    approach: { excludingTaxesCents: 35_000, includingTaxesCents: 36_925 },
    circus: { excludingTaxesCents: 0, includingTaxesCents: 0 },
  },
};

/** One show for each state that a screen can show without waiting. */
const declarations: readonly DemoDeclaration[] = [
  { remoteId: '1001', organisms: ['SACEM', 'SACD'], patch: complete, then: 'sent' },
  { remoteId: '1002', organisms: ['SACD'], patch: complete, then: 'refused' },
  { remoteId: '1003', organisms: ['SACEM', 'SACD'], patch: complete, then: 'kept' },
  {
    remoteId: '1006',
    organisms: ['SACEM', 'CNM'],
    patch: { ...complete, genre: 'CABARET_AND_MUSIC_HALL', artists: 'Les Belles de minuit' },
    then: 'kept',
  },
  { remoteId: '1005', organisms: ['SACEM'], patch: { genre: 'PUPPETRY', capacity: 80 }, then: 'kept' },
];

/**
 * Declarations in several states, by the very functions that people use: what is sent reaches the simulated organisms.
 * Does nothing before the shows are there, nor the second time.
 */
export async function seedDeclarations(actor: Actor, controlUrl: string | undefined): Promise<void> {
  const { db, organizationId } = actor;
  if ((await db.declaration.count({ where: { series: { organizationId } } })) > 0) return;
  for (const declaration of declarations) {
    const series = await db.series.findFirst({
      where: { organizationId, remoteId: declaration.remoteId },
      select: { id: true, version: true },
    });
    if (series) await seedDeclaration(actor, series, declaration, controlUrl);
  }
}

async function seedDeclaration(
  actor: Actor,
  series: { readonly id: string; readonly version: number },
  { organisms, patch, then }: DemoDeclaration,
  controlUrl: string | undefined,
): Promise<void> {
  const scope = { organizationId: actor.organizationId, seriesId: series.id };
  await saveDeclaration(actor, { ...scope, version: series.version, patch: { series: patch } });
  const { version } = await chooseOrganisms(actor, { ...scope, organisms: [...organisms] });
  if (then === 'kept') return;
  const { submissions } = await transmitDeclaration(actor, {
    ...scope,
    version,
    organisms: organisms.filter(isTransmittable),
    truthful: true,
  });
  if (then === 'refused' && controlUrl) await refuseNext(controlUrl);
  for (const { id } of submissions) {
    const context = { jobId: 'seed', attempt: 0, lastAttempt: false, signal: AbortSignal.timeout(60_000) };
    await handle({ submissionId: id }, context);
  }
}

/** The simulated SACD refuses one representation of the next message. */
async function refuseNext(controlUrl: string): Promise<void> {
  await fetch(`${controlUrl}/sacd`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode: 'refuse-one', times: 1 }),
  });
}

function toVenue(name: string, street: string, postalCode: string, city: string) {
  return { name, address: { street, postalCode, city, countryCode: 'FR' } };
}
