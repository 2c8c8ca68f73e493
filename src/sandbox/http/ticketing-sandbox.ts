import { type SandboxSystem } from './exchange';
import { type LedgerLine, type Season } from '../season/model';

/** The ticketing systems simulated today: the name is also the first part of their address. */
export type TicketingSandboxName = 'billetweb' | 'helloasso' | 'mapado' | 'shotgun' | 'soticket' | 'supersoniks';

/** Keys to try, for the first page and the guide. They open nothing anywhere else. */
export type SandboxKeys = {
  /** Null when the system has a single secret. */
  readonly accessKey: string | null;
  readonly secretKey: string;
  /** For people, in French. */
  readonly purpose: string;
};

/**
 * A simulated ticketing system. `account` is what identifies one in the addresses of `/control`: an identifier, a domain, or the key
 * itself where there is nothing else.
 */
export type TicketingSandbox = SandboxSystem & {
  readonly keys: readonly SandboxKeys[];
  /** The season of an account, created when it is first asked for; sales may be moved in it. Null for an unknown account. */
  season(account: string): Season | null;
  /** What each ticket brought in, as an accountant would tell it; empty for an unknown account. */
  ledger(account: string): readonly LedgerLine[];
};
