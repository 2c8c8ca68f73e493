import { type IncomingHttpHeaders } from 'node:http';

/** A request as a simulated system sees it. `path` has lost the prefix of the system. */
export type SandboxRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export function html(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

export function text(body: string, status = 200, type = 'text/plain; charset=utf-8'): Reply {
  return { status, headers: { 'content-type': type }, body };
}

/** One simulated outside system, served under `/{name}`. */
export type SandboxSystem = {
  readonly name: string;
  /** For people: what is imitated, in French. */
  readonly title: string;
  handle(request: SandboxRequest): Reply;
  /** Whom the request speaks for (account, declarant, words searched): what `only` of a trouble is compared with. */
  toSubject(request: SandboxRequest): string;
  /** How this system says "too many requests". */
  refuseForNow(retryAfterSeconds: number | null): Reply;
  /** Forgets what was received, not the seeded data. */
  reset(): void;
};
