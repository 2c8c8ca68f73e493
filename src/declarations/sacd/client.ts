import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import { parseSacdAnswer, parseSacdError, type SacdAnswer } from './answer';
import { parseJson } from './parse-json';
import { sendSacdRequest, type SacdResponse } from './request';

/** Identity of the platform at the service (`SACD_API_…`). All secret. */
export type SacdConfig = {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly consumerKey: string;
  readonly secretKey: string;
  readonly providerName: string;
  readonly providerReference: string;
  readonly providerPassword: string;
};

export type SacdClientOptions = {
  /** For log-in, test and log-out; 15 s by default. */
  readonly timeoutMilliseconds?: number;
  /** For a declaration; 60 s by default, the service may be slow. */
  readonly declareTimeoutMilliseconds?: number;
  /** One line per request. Never an address, a key or a body. */
  readonly log?: (entry: { step: SacdStep; outcome: string; milliseconds: number }) => void;
};

export type SacdStep = 'login' | 'test' | 'declare' | 'logout';

/** Why nothing was received: our keys were refused, the service could not be reached, or it turned the request away. */
export type NotReceived = {
  readonly outcome: 'not-received';
  readonly reason: 'login-refused' | 'unavailable' | 'request-refused';
  /** A code or a status, for the log and for support. */
  readonly detail: string;
};

/** The request may have been received: nobody sends it again before a person has looked. */
export type UnknownOutcome = {
  readonly outcome: 'unknown';
  readonly reason: 'no-answer' | 'server-error' | 'unexpected-answer';
  readonly detail: string;
};

export type SacdDeclareResult = (Exclude<SacdAnswer, { outcome: 'unexpected' }> | NotReceived | UnknownOutcome) & {
  /** The raw answer, for support; null when there was none. */
  readonly body: string | null;
};

export type SacdDeclareInput = {
  /** The frozen bytes of the submission, as text. */
  readonly xml: string;
  /** The payload that they were rendered from: it tells which answer belongs to which performance. */
  readonly declaration: NeutralDeclaration;
  readonly signal: AbortSignal;
  /** Called once after log-in, before the first byte of the declaration may leave: what it throws stops everything. */
  readonly beforeSending?: () => Promise<void>;
};

export type SacdClient = {
  declare(input: SacdDeclareInput): Promise<SacdDeclareResult>;
  /** Logs in and says hello: null when all is well. */
  test(signal: AbortSignal): Promise<NotReceived | null>;
  /** Forgets the token; failures are of no consequence. */
  logout(signal: AbortSignal): Promise<void>;
};

const loginSchema = z.object({ AuthToken: z.string().min(1) });
const helloSchema = z.object({ Result: z.string() });

/** A client of the service for one platform. It keeps its token between calls and renews it once when it is refused. */
export function createSacdClient(config: SacdConfig, options: SacdClientOptions = {}): SacdClient {
  const base = `${config.baseUrl.replace(/\/+$/, '')}/ticketing`;
  let authToken: string | null = null;

  async function send(
    step: SacdStep,
    path: string,
    form: Readonly<Record<string, string>> | undefined,
    signal: AbortSignal,
  ): Promise<SacdResponse> {
    const startedAt = performance.now();
    const timeoutMilliseconds =
      step === 'declare' ? (options.declareTimeoutMilliseconds ?? 60_000) : (options.timeoutMilliseconds ?? 15_000);
    const response = await sendSacdRequest({
      method: form ? 'POST' : 'GET',
      url: `${base}/${path}`,
      form,
      timeoutMilliseconds,
      signal,
    });
    const outcome = response.kind === 'answered' ? String(response.status) : response.detail;
    options.log?.({ step, outcome, milliseconds: Math.round(performance.now() - startedAt) });
    return response;
  }

  /** Nothing is recorded by a log-in, so whatever happens there nothing was received. */
  async function login(signal: AbortSignal): Promise<NotReceived | null> {
    const form = {
      'login[login]': config.providerReference,
      'login[password]': md5(config.providerPassword),
      'login[consumer_key]': config.consumerKey,
    };
    const response = await send('login', 'auto-access.json', form, signal);
    if (response.kind !== 'answered') return notReceived('unavailable', response.detail);
    const parsed = loginSchema.safeParse(parseJson(response.body));
    if (isSuccess(response.status) && parsed.success) {
      authToken = parsed.data.AuthToken;
      return null;
    }
    const error = parseSacdError(response.body);
    if (error) return notReceived('login-refused', error.code);
    const isRefused = response.status === 401 || response.status === 403;
    return notReceived(isRefused ? 'login-refused' : 'unavailable', `HTTP ${response.status}`);
  }

  function withToken(path: string): string {
    const query = new URLSearchParams({ key: config.consumerKey, token: md5(config.secretKey + (authToken ?? '')) });
    return `${path}?${query.toString()}`;
  }

  /** A call with a token; refused for its token, it is made once more with a new one: the first was surely not received. */
  async function call(
    step: SacdStep,
    path: string,
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal,
    beforeSending?: () => Promise<void>,
  ): Promise<SacdResponse | NotReceived> {
    const form = {
      'parameters[Application]': config.providerName,
      'parameters[LoginRefFile]': config.providerReference,
      'parameters[Language]': 'FR',
      ...parameters,
    };
    const failure = authToken === null ? await login(signal) : null;
    if (failure) return failure;
    await beforeSending?.();
    const first = await send(step, withToken(path), form, signal);
    if (!isTokenRefused(first)) return first;
    const renewal = await login(signal);
    if (renewal) return renewal;
    const second = await send(step, withToken(path), form, signal);
    return isTokenRefused(second) ? notReceived('login-refused', toCode(second)) : second;
  }

  return {
    async declare({ xml, declaration, signal, beforeSending }) {
      const path = 'broker/ExploitFileTransmitETicketingDeclarationWS';
      const response = await call('declare', path, { 'parameters[Declaration]': xml }, signal, beforeSending);
      return toDeclareResult(response, declaration);
    },

    async test(signal) {
      const response = await call('test', 'broker/HelloWorldWS', {}, signal);
      if ('outcome' in response) return response;
      if (response.kind !== 'answered') return notReceived('unavailable', response.detail);
      const isHello = isSuccess(response.status) && helloSchema.safeParse(parseJson(response.body)).success;
      return isHello ? null : notReceived('unavailable', toCode(response));
    },

    async logout(signal) {
      if (authToken === null) return;
      const path = withToken('logout');
      authToken = null;
      await send('logout', path, undefined, signal);
    },
  };
}

function toDeclareResult(response: SacdResponse | NotReceived, declaration: NeutralDeclaration): SacdDeclareResult {
  if ('outcome' in response) return { ...response, body: null };
  if (response.kind !== 'answered') {
    const { kind, detail } = response;
    if (kind === 'not-sent') return { ...notReceived('unavailable', detail), body: null };
    return { outcome: 'unknown', reason: 'no-answer', detail, body: null };
  }
  const { status, body } = response;
  const answer = parseSacdAnswer(body, declaration);
  // A failure that the service itself words is an answer, whatever the status it came with.
  if (isSuccess(status) || answer.outcome === 'unknown-declarant' || answer.outcome === 'technical-failure') {
    if (answer.outcome !== 'unexpected') return { ...answer, body };
    return { outcome: 'unknown', reason: 'unexpected-answer', detail: answer.excerpt, body };
  }
  // Below 500, and 503, the request was turned away before it was handled; the others may come from a gateway after it was.
  if (status < 500 || status === 503) return { ...notReceived('request-refused', `HTTP ${status}`), body };
  return { outcome: 'unknown', reason: 'server-error', detail: `HTTP ${status}`, body };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** How the service says that a token is over is not documented: by status, or by an error code that speaks of it. */
function isTokenRefused(response: SacdResponse): boolean {
  if (response.kind !== 'answered') return false;
  if (response.status === 401 || response.status === 403) return true;
  return /TOKEN|SESSION|UNAUTHORIZED/i.test(parseSacdError(response.body)?.code ?? '');
}

function toCode(response: SacdResponse): string {
  if (response.kind !== 'answered') return response.detail;
  return parseSacdError(response.body)?.code ?? `HTTP ${response.status}`;
}

function notReceived(reason: NotReceived['reason'], detail: string): NotReceived {
  return { outcome: 'not-received', reason, detail };
}

function md5(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex');
}
