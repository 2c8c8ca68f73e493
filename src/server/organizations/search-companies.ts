import 'server-only';
import { z } from 'zod';
import { readDirectory } from '@/server/directories/read-directory';
import { env } from '@/server/env';
import { type SignedInContext } from '@/server/trpc/context';
import { type Company, type searchCompaniesInput, type searchCompaniesOutput } from './search-companies.schema';

const LIMIT = 10;
/** What the directory writes for a part of an address that its owner asked not to publish. */
const NOT_PUBLISHED = '[ND]';

const text = z.string().nullish();
const headOfficeSchema = z.object({
  siret: z.string().regex(/^\d{14}$/),
  numero_voie: text,
  indice_repetition: text,
  type_voie: text,
  libelle_voie: text,
  complement_adresse: text,
  code_postal: text,
  libelle_commune: text,
  statut_diffusion_etablissement: text,
});
const companySchema = z.object({
  siren: z.string().regex(/^\d{9}$/),
  nom_complet: z.string().min(1),
  nom_raison_sociale: text,
  siege: headOfficeSchema,
});
/** A company that we cannot read is left out rather than hiding the others. */
const answerSchema = z
  .object({ results: z.array(z.unknown()) })
  .transform(({ results }) => results.flatMap((result) => toCompanies(companySchema.safeParse(result).data)));

/**
 * Head offices that match a name, a SIREN or a SIRET, from the public company directory
 * (https://recherche-entreprises.api.gouv.fr): companies in activity only, 10 at most.
 */
export async function searchCompanies(
  { db }: SignedInContext,
  input: z.infer<typeof searchCompaniesInput>,
): Promise<z.infer<typeof searchCompaniesOutput>> {
  const url = new URL(`${env().COMPANY_DIRECTORY_BASE_URL}/search`);
  url.search = new URLSearchParams({
    q: toQuery(input.text),
    etat_administratif: 'A',
    page: '1',
    per_page: String(LIMIT),
  }).toString();
  const companies = await readDirectory(db, url, answerSchema);
  return { available: companies !== null, companies: companies ?? [] };
}

/** A SIREN or SIRET is found without the spaces that people write in it; words in one form, so that the cache serves. */
function toQuery(words: string): string {
  const compact = words.replaceAll(/\s/g, '');
  return /^\d{9}(\d{5})?$/.test(compact) ? compact : words.toLowerCase().replaceAll(/\s+/g, ' ');
}

function toCompanies(found: z.infer<typeof companySchema> | undefined): Company[] {
  if (!found) return [];
  const { siege } = found;
  return [
    {
      name: found.nom_raison_sociale ?? found.nom_complet,
      siren: found.siren,
      siret: siege.siret,
      address: toAddress(siege),
    },
  ];
}

/** Null when its diffusion is restricted, or when a part that a declaration needs is unknown. */
function toAddress(office: z.infer<typeof headOfficeSchema>): Company['address'] {
  const parts = [office.numero_voie, office.indice_repetition, office.type_voie, office.libelle_voie];
  const isHidden = office.statut_diffusion_etablissement === 'P' || parts.some((part) => part?.includes(NOT_PUBLISHED));
  const street = parts.filter(Boolean).join(' ') || office.complement_adresse;
  if (isHidden || !street || !office.code_postal || !office.libelle_commune) return null;
  return { street, postalCode: office.code_postal, city: office.libelle_commune, countryCode: 'FR' };
}
