import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { ticketingSystems } from '@/domain/ticketing/model';
import { Guide } from './guide';
import { guideSlugs } from './guides';
import { Markdown } from './markdown';

const folder = 'docs/aide/billetteries';
const render = (slug: string) =>
  renderToStaticMarkup(<Guide source={readFileSync(`${folder}/${slug}.md`, 'utf8')} indexHref="/aide/billetteries" />);

describe('help pages', () => {
  it('are all listed, one for each ticketing system among them', () => {
    expect(readdirSync(folder).sort()).toEqual(guideSlugs.map((slug) => `${slug}.md`).sort());
    expect(ticketingSystems.filter((system) => !guideSlugs.some((slug) => slug === system))).toEqual([]);
  });

  it.each(guideSlugs)('%s has one title, steps, and pictures that exist and say what they show', (slug) => {
    const html = render(slug);
    expect(html.match(/<h1/g)?.length).toBe(1);
    expect(html).toMatch(/<ol><li>/);
    for (const [, attributes = ''] of html.matchAll(/<img ([^>]*)>/g)) {
      expect(attributes).toMatch(/alt="[^"]{30,}"/);
      expect(existsSync(`public${/src="([^"]+)"/.exec(attributes)?.[1] ?? ''}`)).toBe(true);
    }
  });

  it.each(guideSlugs)('%s is written in French typography', (slug) => {
    const text = render(slug).replaceAll(/<[^>]+>/g, '');
    expect(text).not.toMatch(/ [;:!?»]|« |'/);
  });

  it('keep titles, lists, links, emphasis and code, and escape what looks like markup', () => {
    const source = '## Un titre\n\nUn **mot**, un `code <b>` et [un lien](/aide).\n\n- un\n- deux & trois\n';
    expect(renderToStaticMarkup(<Markdown source={source} />)).toBe(
      '<h2>Un titre</h2><p>Un <strong>mot</strong>, un <code>code &lt;b&gt;</code> et <a href="/aide">un lien</a>.</p>' +
        '<ul><li>un</li><li>deux &amp; trois</li></ul>',
    );
  });

  it('do not build with what the renderer does not know', () => {
    expect(() => renderToStaticMarkup(<Markdown source={'| a |\n| - |\n| b |\n'} />)).toThrow('no table');
    expect(() => renderToStaticMarkup(<Markdown source="<script>1</script>" />)).toThrow('no html');
  });
});
