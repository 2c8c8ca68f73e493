/** Text made safe inside an HTML page, attributes included. */
export function escapeHtml(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 1rem; }
header { border-bottom: 1px solid var(--line); margin-bottom: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .5rem; text-align: left; vertical-align: top; }
code { white-space: nowrap; }
button, select { font: inherit; padding: .25rem .5rem; }
select { width: 24rem; max-width: 70vw; }
iframe { background: #fff; border: 1px solid var(--line); height: 32rem; width: 100%; }
pre { border: 1px solid var(--line); overflow: auto; padding: 1rem; white-space: pre-wrap; }
.scroll { overflow-x: auto; }
`;

/** A page of the simulated world: `body` is HTML already made safe. */
export function renderPage(title: string, body: string): string {
  const safeTitle = escapeHtml(title);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safeTitle}</title><style>${style}</style>`;
  const menu = '<header><p><a href="/">Monde simulé</a> · <a href="/inbox">Boîte de réception</a></p></header>';
  return `<!doctype html><html lang="fr"><head>${head}</head><body>${menu}<main><h1>${safeTitle}</h1>${body}</main></body></html>`;
}
