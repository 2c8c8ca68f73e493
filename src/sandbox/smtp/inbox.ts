import { escapeHtml, renderPage } from '../control/page';
import { html, json, type Reply, type SandboxRequest, type SandboxSystem } from '../http/exchange';
import { type Mailbox, type StoredMessage } from './mailbox';

const parisDate = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/Paris',
});

/** The mail that left, for people under `/inbox` and for programs under `/inbox/messages` (`?to=` chooses a recipient). */
export function createInbox(mailbox: Mailbox): SandboxSystem {
  return {
    name: 'inbox',
    title: 'Boîte de réception',
    handle: (request) => answer(mailbox, request),
    toSubject: () => '',
    refuseForNow: () => json({ error: 'too many requests' }, 429),
    reset: () => mailbox.clear(),
  };
}

function answer(mailbox: Mailbox, { method, path, query }: SandboxRequest): Reply {
  const [, first = '', second = '', third = ''] = path.split('/');
  if (path === '/messages' && method === 'DELETE') {
    mailbox.clear();
    return json([]);
  }
  if (method !== 'GET') return json({ error: 'method not allowed' }, 405);
  if (path === '/') return html(renderList(mailbox.list(query.get('to') ?? '')));
  if (path === '/messages') return json(mailbox.list(query.get('to') ?? '').map(toJson));
  const message = mailbox.find(first === 'messages' ? second : first);
  if (!message) return html(renderPage('Message introuvable', '<p>Ce message n’existe plus.</p>'), 404);
  if (first === 'messages') return json(toJson(message));
  if (second === '') return html(renderMessage(message));
  if (second === 'html') return html(withTargets(message.html));
  if (second === 'attachments') return sendAttachment(message, Number(third));
  return html(renderPage('Page introuvable', ''), 404);
}

/** Sizes instead of contents, and every link, so that a test can follow one without reading HTML. */
function toJson(message: StoredMessage): unknown {
  const links = [...message.html.matchAll(/href="(https?:[^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );
  const attachments = message.attachments.map(({ filename, contentType, content }, index) => {
    return { filename, contentType, bytes: content.length, path: `/inbox/${message.id}/attachments/${index}` };
  });
  return { ...message, attachments, links };
}

function renderList(messages: readonly StoredMessage[]): string {
  if (messages.length === 0) return renderPage('Boîte de réception', '<p>Aucun message pour le moment.</p>');
  const rows = messages.map((message) => {
    const count = message.attachments.length;
    const cells = [
      `<a href="/inbox/${message.id}">${escapeHtml(message.subject || '(sans objet)')}</a>`,
      escapeHtml(message.envelope.to.join(', ')),
      escapeHtml(message.from),
      toFrenchDate(message),
      count === 0 ? '' : `${count} ${count === 1 ? 'pièce jointe' : 'pièces jointes'}`,
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const head = ['Objet', 'Pour', 'De', 'Reçu', 'Documents'].map((title) => `<th scope="col">${title}</th>`).join('');
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return renderPage('Boîte de réception', `<div class="scroll">${table}</div>`);
}

function renderMessage(message: StoredMessage): string {
  const lines: readonly (readonly [string, string])[] = [
    ['De', escapeHtml(message.from)],
    ['Pour', escapeHtml(message.envelope.to.join(', '))],
    ['Répondre à', escapeHtml(message.replyTo)],
    ['Reçu', toFrenchDate(message)],
    ['Par', message.transport === 'primary' ? 'le serveur principal' : 'le serveur de secours'],
  ];
  const details = lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<tr><th scope="row">${label}</th><td>${value}</td></tr>`);
  const body = [`<table>${details.join('')}</table>`, renderAttachments(message), renderFrame(message)];
  return renderPage(
    message.subject || '(sans objet)',
    `${body.join('')}<h2>Version texte</h2><pre>${escapeHtml(message.text)}</pre>`,
  );
}

function renderAttachments({ id, attachments }: StoredMessage): string {
  if (attachments.length === 0) return '';
  const items = attachments.map(({ filename, content }, index) => {
    const size = `${Math.ceil(content.length / 1024)} Ko`;
    return `<li><a href="/inbox/${id}/attachments/${index}" download>${escapeHtml(filename)}</a> (${size})</li>`;
  });
  return `<h2>Pièces jointes</h2><ul>${items.join('')}</ul>`;
}

/** No script runs in the frame, and its links open beside it. */
function renderFrame({ id, html: content }: StoredMessage): string {
  if (content === '') return '';
  const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
  return `<h2>Message</h2><iframe title="Contenu du message" sandbox="${sandbox}" src="/inbox/${id}/html"></iframe>`;
}

function withTargets(content: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(content)
    ? content.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : `${base}${content}`;
}

function sendAttachment(message: StoredMessage, index: number): Reply {
  const attachment = message.attachments[index];
  if (!attachment) return html(renderPage('Document introuvable', ''), 404);
  const headers = {
    'content-type': attachment.contentType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
  };
  return { status: 200, headers, body: attachment.content };
}

function toFrenchDate({ receivedAt }: StoredMessage): string {
  return escapeHtml(parisDate.format(new Date(receivedAt)));
}
