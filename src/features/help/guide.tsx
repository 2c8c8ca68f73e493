import { Prose } from '@/components/layout/prose';
import { Markdown, splitTitle } from './markdown';

/** One help page; `indexHref` leads to all of them. */
export function Guide({ source, indexHref }: { readonly source: string; readonly indexHref: string }) {
  const { title, body } = splitTitle(source);
  return (
    <Prose title={title}>
      <Markdown source={body} />
      <p className="fr-mt-4w">
        <a className="fr-link fr-icon-arrow-left-line fr-link--icon-left" href={indexHref}>
          Toutes les billetteries
        </a>
      </p>
    </Prose>
  );
}
