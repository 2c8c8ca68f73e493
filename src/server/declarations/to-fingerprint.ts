import 'server-only';
import { toCanonicalJson, toSha256 } from '@/server/submissions/canonical-json';
import { type PreparedDeclaration } from './prepare-declaration';

/**
 * Tells whether what is about to leave is what was reviewed, figures of the ticketing included (a synchronisation does not
 * raise the version of a show), and goes to the agencies that were shown. The moment and the declarant, which may differ, are left out.
 */
export function toFingerprint(prepared: readonly PreparedDeclaration[]): string {
  const contents = prepared.map(({ organism, declaration, agency: only, parts }) => {
    const { declaredAt: _moment, declarant: _person, ...content } = declaration;
    const agencies = parts.map(({ agency, isDelivered }) => ({ email: agency.email, isDelivered }));
    return { organism, content, agencies: agencies.length > 0 ? agencies : only && [only.email] };
  });
  return toSha256(toCanonicalJson(contents));
}
