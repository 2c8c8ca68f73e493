import { readFile } from 'node:fs/promises';
import { otherRevenueKinds } from '@/domain/declaration/bounds';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { AppError } from '@/domain/errors';

/**
 * A neutral declaration from a file. What a person may not have given yet may be absent as well as null. Files written before CNM,
 * ASTP and SIBIL do not know their questions: absent, the answer is the one that spares nothing (null stays «not answered»).
 * Throws `invalid-input` with one line that says which file and, when it is the content, where.
 */
export async function readDeclaration(file: string): Promise<NeutralDeclaration> {
  const parsed = neutralDeclarationSchema.safeParse(fillAbsent(parse(await readText(file), file)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') || 'le document';
  throw new AppError('invalid-input', `${file} : ${path} est absent ou mal formé`, { path });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new AppError('invalid-input', `${file} : fichier introuvable ou illisible`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new AppError('invalid-input', `${file} : ce fichier n’est pas du JSON`);
  }
}

type Json = Readonly<Record<string, unknown>>;

const noAmount = { excludingTaxesCents: 0, includingTaxesCents: 0 };

function fillAbsent(document: unknown): unknown {
  if (!isObject(document)) return document;
  return {
    documents: [],
    performances: [],
    ...document,
    ...(isObject(document.organization) && { organization: fillOrganization(document.organization) }),
    ...(isObject(document.series) && { series: fillSeries(document.series) }),
    ...(Array.isArray(document.performances) && { performances: document.performances.map(fillPerformance) }),
  };
}

function fillOrganization(organization: Json): Json {
  return {
    headquarters: null,
    sacemId: null,
    sacdId: null,
    licenceNumbers: [],
    isSubsidised: false,
    ...organization,
  };
}

/** A place of a file that does not tell its type is of the last one of SIBIL's list: «AUTRE». */
function fillVenue(venue: unknown): unknown {
  return isObject(venue) ? { kind: 'AUTRE', ...venue } : venue;
}

function fillSeries(series: Json): Json {
  const expenses = isObject(series.expenses) ? series.expenses : {};
  return {
    producer: null,
    genre: null,
    organisms: [],
    venue: null,
    capacity: null,
    audience: 'ALL',
    taxRateBp: null,
    salePrice: noAmount,
    hasPrivateContract: true,
    schoolSessionsExempt: false,
    ...series,
    ...(isObject(series.venue) && { venue: fillVenue(series.venue) }),
    expenses: { total: null, approach: null, circus: null, ...expenses },
  };
}

function fillPerformance(performance: unknown): unknown {
  if (!isObject(performance)) return performance;
  const revenue = isObject(performance.otherRevenue) ? performance.otherRevenue : {};
  const none = Object.fromEntries(otherRevenueKinds.map((kind) => [kind, noAmount]));
  const overrides = isObject(performance.overrides) ? performance.overrides : {};
  const place = isObject(overrides.venue) && { venue: fillVenue(overrides.venue) };
  return { endAt: null, ...performance, overrides: { ...overrides, ...place }, otherRevenue: { ...none, ...revenue } };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
