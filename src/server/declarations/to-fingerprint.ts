import 'server-only';
import { toCanonicalJson, toSha256 } from '@/server/submissions/canonical-json';
import { type PreparedDeclaration } from './prepare-declaration';

/**
 * Tells whether what is about to leave is what was reviewed, figures of the ticketing included (a synchronisation does not
 * raise the version of a show). The moment and the declarant, which may differ, are left out.
 */
export function toFingerprint(prepared: readonly PreparedDeclaration[]): string {
  const contents = prepared.map(({ organism, declaration }) => {
    const { declaredAt: _moment, declarant: _person, ...content } = declaration;
    return { organism, content };
  });
  return toSha256(toCanonicalJson(contents));
}
