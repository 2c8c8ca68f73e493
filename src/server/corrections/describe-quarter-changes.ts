import 'server-only';
import { listDifferences } from '@/domain/declaration/differences';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { type ChangeGroup, describeDifferences } from '@/i18n/declaration-changes';

/** What changed between two files of one quarter, show by show, in words. A show of one of them only is told by its performances. */
export function describeQuarterChanges(
  before: readonly NeutralDeclaration[],
  after: readonly NeutralDeclaration[],
): ChangeGroup[] {
  const olds = new Map(before.map((declaration) => [declaration.series.id, declaration]));
  const news = new Map(after.map((declaration) => [declaration.series.id, declaration]));
  const shows = [...new Map([...olds, ...news]).values()];
  return shows.flatMap((show) => {
    const { id, name } = show.series;
    const unplayed = { ...show, performances: [] };
    const differences = listDifferences('SIBIL', olds.get(id) ?? unplayed, news.get(id) ?? unplayed);
    return describeDifferences(differences).map(({ title, kind, lines }) => ({
      title: kind === 'show' ? name : `${name}, ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
      kind,
      lines,
    }));
  });
}
