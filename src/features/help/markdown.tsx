import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { toFrenchSpaces } from './french-spaces';

/**
 * Markdown of our own pages as React elements: titles, paragraphs, lists, pictures, links, emphasis and code. Read on the server
 * only. Anything else (HTML, tables) throws, so that a page that would lose something does not build.
 */
export function Markdown({ source }: { readonly source: string }) {
  return <>{renderAll(lexer(source))}</>;
}

/** The title of a page and what follows it. Throws when the page does not begin with its title. */
export function splitTitle(source: string): { readonly title: string; readonly body: string } {
  const [, title, body] = /^# (.+)\n([\s\S]*)$/.exec(source) ?? [];
  if (title === undefined || body === undefined) throw new Error('a help page begins with its title');
  return { title: toFrenchSpaces(title), body };
}

function renderAll(tokens: readonly Token[] | undefined): ReactNode {
  // The order of a text never changes: the position is its identity.
  return tokens?.map((token, position) => <Fragment key={position}>{render(token as MarkedToken)}</Fragment>);
}

function render(token: MarkedToken): ReactNode {
  switch (token.type) {
    case 'space':
      return null;
    case 'heading':
      return <Heading depth={token.depth}>{renderAll(token.tokens)}</Heading>;
    case 'paragraph':
      return isPicture(token.tokens) ? <Picture image={token.tokens[0]} /> : <p>{renderAll(token.tokens)}</p>;
    case 'list': {
      const items = token.items.map((item, position) => <li key={position}>{renderAll(item.tokens)}</li>);
      return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'text':
      return 'tokens' in token && token.tokens ? renderAll(token.tokens) : toFrenchSpaces(token.text);
    case 'strong':
      return <strong>{renderAll(token.tokens)}</strong>;
    case 'em':
      return <em>{renderAll(token.tokens)}</em>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'link':
      return <a href={token.href}>{renderAll(token.tokens)}</a>;
    default:
      throw new Error(`help pages have no ${token.type}`);
  }
}

function Heading({ depth, children }: { readonly depth: number; readonly children: ReactNode }) {
  return depth === 2 ? <h2>{children}</h2> : <h3>{children}</h3>;
}

function isPicture(tokens: readonly Token[]): tokens is [Tokens.Image] {
  return tokens.length === 1 && tokens[0]?.type === 'image';
}

/** Drawn by us, as wide as the text at most. */
function Picture({ image }: { readonly image: Tokens.Image }) {
  return (
    <figure className="fr-content-media">
      <img className="fr-responsive-img" src={image.href} alt={toFrenchSpaces(image.text)} width={640} height={300} />
    </figure>
  );
}
