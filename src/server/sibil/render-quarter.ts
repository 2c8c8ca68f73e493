import 'server-only';
import { type RenderedDocument } from '@/declarations/organism';
import { checkSibil } from '@/declarations/sibil/check';
import { renderSibilQuarter } from '@/declarations/sibil/render';
import { isBlocking } from '@/domain/declaration/issues';
import { type LoadedQuarter } from './load-quarter';

/** The file of a quarter, or null while something is missing, or when nothing was played. The same figures give the same bytes. */
export function renderQuarter({ quarter, declarations }: LoadedQuarter, now: Date): RenderedDocument | null {
  const isComplete = declarations.every((declaration) => !checkSibil(declaration, now).some(isBlocking));
  return isComplete && declarations.length > 0 ? renderSibilQuarter(declarations, quarter) : null;
}
