import 'server-only';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { toCanonicalJson } from './canonical-json';

/** What a declaration says, as one text to compare: without the moment, the person and the number, which may differ. */
export function toContent(declaration: NeutralDeclaration): string {
  const { declaredAt: _moment, declarant: _person, corrects: _number, ...content } = declaration;
  return toCanonicalJson(content);
}
