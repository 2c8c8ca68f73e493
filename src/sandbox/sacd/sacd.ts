import { createHash } from 'node:crypto';
import { html, json, text, type Reply, type SandboxRequest, type SandboxSystem } from '../http/exchange';
import { type TroubleStore } from '../http/trouble';
import { answerDeclaration, type RepresentationStatus } from './answer-declaration';
import { readDeclaration, type ReceivedDeclaration } from './read-declaration';

export type SacdKeys = {
  readonly consumerKey: string;
  readonly secretKey: string;
  readonly providerName: string;
  readonly providerReference: string;
  readonly providerPassword: string;
};
export type SacdReceived = ReceivedDeclaration & {
  readonly xml: string;
  readonly statuses: readonly RepresentationStatus[];
  readonly receivedAt: string;
};
export type SacdSandbox = SandboxSystem & { received(): readonly SacdReceived[] };

/** Declarants enabled for remote transmission: the example's, and every number of the demonstration. */
function isKnownDeclarant(declarant: string): boolean {
  return declarant === '40418' || /^1\d{5}$/.test(declarant);
}

/** SACD's e-ticketing service: log in, declare, log out. Strict wherever its conduct is known. */
export function createSacd(keys: SacdKeys, now: () => Date, troubles: TroubleStore): SacdSandbox {
  const tokens = new Set<string>();
  const received: SacdReceived[] = [];

  function logIn(form: URLSearchParams): Reply {
    const expected = [keys.providerReference, md5(keys.providerPassword), keys.consumerKey];
    const given = ['login[login]', 'login[password]', 'login[consumer_key]'].map((name) => form.get(name));
    if (expected.some((value, index) => value !== given[index])) return refuse('ERR_AUTH', 'Identification refusée');
    const token = md5(`${now().toISOString()}${tokens.size}${keys.secretKey}`).toUpperCase();
    tokens.add(token);
    return json({ AuthToken: token });
  }

  function findToken(query: URLSearchParams): string | null {
    if (query.get('key') !== keys.consumerKey) return null;
    return [...tokens].find((token) => md5(keys.secretKey + token) === query.get('token')) ?? null;
  }

  function hasCommonParameters(form: URLSearchParams): boolean {
    return (
      form.get('parameters[Application]') === keys.providerName &&
      form.get('parameters[LoginRefFile]') === keys.providerReference &&
      form.get('parameters[Language]') === 'FR'
    );
  }

  function declare(xml: string): Reply {
    const read = readDeclaration(xml);
    if (!read.ok) return refuse('ERR_WS_XML', read.problem);
    const { declaration } = read;
    if (!isKnownDeclarant(declaration.declarant)) return refuse('ERR_WS_DEC_REF', 'Déclarant inconnu ou non habilité');
    const titles = declaration.representations.map(({ title }) => title).join(' ');
    const verdict = troubles.take('sacd-verdict', `${declaration.declarant} ${titles}`, '/declare');
    const answer = answerDeclaration(declaration, verdict?.mode ?? null, now());
    received.push({ ...declaration, xml, statuses: answer.statuses, receivedAt: now().toISOString() });
    return text(answer.xml, 200, 'text/xml; charset=utf-8');
  }

  function handle(request: SandboxRequest): Reply {
    const visitor = findVisitorProblem(request);
    if (visitor) return visitor;
    const { method, path, query } = request;
    if (method === 'GET' && path === '/ticketing/logout') {
      const token = findToken(query);
      if (token !== null) tokens.delete(token);
      return json({});
    }
    if (method !== 'POST') return html('<h1>Method Not Allowed</h1>', 405);
    if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) {
      return html('<h1>Unsupported Media Type</h1>', 415);
    }
    const form = new URLSearchParams(request.body);
    if (path === '/ticketing/auto-access.json') return logIn(form);
    const broker = /^\/ticketing\/broker\/(HelloWorldWS|ExploitFileTransmitETicketingDeclarationWS)$/.exec(path)?.[1];
    if (broker === undefined) return html('<h1>Not Found</h1>', 404);
    if (findToken(query) === null) return refuse('ERR_TOKEN', 'Jeton absent, faux ou périmé');
    if (!hasCommonParameters(form)) return refuse('ERR_WS_PARAM', 'Paramètres communs absents ou faux');
    return broker === 'HelloWorldWS'
      ? json({ Result: 'Hello World!' })
      : declare(form.get('parameters[Declaration]') ?? '');
  }

  return {
    name: 'sacd',
    title: 'SACD, service de télédéclaration',
    handle,
    /** The declarant, where there is one. */
    toSubject: ({ body }) =>
      /<dec_ref>(\d+)<\/dec_ref>/.exec(new URLSearchParams(body).get('parameters[Declaration]') ?? '')?.[1] ?? '',
    refuseForNow: (seconds) => ({ ...text('Too Many Requests', 429), headers: toRetryHeaders(seconds) }),
    reset() {
      tokens.clear();
      received.length = 0;
    },
    received: () => received,
  };
}

/** The service asked for a browser-like `User-Agent`; a bare library is turned away. */
function findVisitorProblem({ headers }: SandboxRequest): Reply | null {
  if (!/^Mozilla\/\d/.test(headers['user-agent'] ?? '')) return html('<h1>Forbidden</h1>', 403);
  if (!/^fr\b/i.test(headers['accept-language'] ?? '')) return html('<h1>Not Acceptable</h1>', 406);
  return null;
}

/** Errors of the service come as JSON with status 200. */
function refuse(code: string, message: string): Reply {
  return json({ Error: { Code: code, Message: message } });
}

function toRetryHeaders(seconds: number | null): Record<string, string> {
  return seconds === null ? {} : { 'retry-after': String(seconds) };
}

function md5(content: string): string {
  return createHash('md5').update(content, 'utf8').digest('hex');
}
