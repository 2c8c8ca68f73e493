import { type Server } from 'node:http';
import { type AddressInfo, type Server as NetServer } from 'node:net';
import { createBilletweb } from './billetweb/billetweb';
import { createControl } from './control/control';
import { createHome } from './control/home-page';
import { clearTroubles, setTrouble, type NewTrouble } from './control/switches';
import { createAddressDirectory } from './directories/address-directory';
import { createCompanyDirectory } from './directories/company-directory';
import { createHelloasso } from './helloasso/helloasso';
import { createRequestLog, type RequestCounts } from './http/request-log';
import { serveSystems } from './http/serve-systems';
import { createTroubleStore } from './http/trouble';
import { type TicketingSandbox, type TicketingSandboxName } from './http/ticketing-sandbox';
import { createMapado } from './mapado/mapado';
import { createSacd, type SacdKeys, type SacdReceived } from './sacd/sacd';
import { createShotgun } from './shotgun/shotgun';
import { createInbox } from './smtp/inbox';
import { createMailServer } from './smtp/mail-server';
import { createMailbox, type StoredMessage } from './smtp/mailbox';
import { brands } from './supersoniks/brands';
import { createSupersoniks } from './supersoniks/supersoniks';

export type SandboxOptions = {
  /** 0 or absent: any free port. */
  readonly ports?: { readonly http?: number; readonly smtpPrimary?: number; readonly smtpFallback?: number };
  /** Shows are placed around this instant; now when absent. */
  readonly reference?: Date;
  readonly now?: () => Date;
  readonly sacdKeys?: Partial<SacdKeys>;
};

type ControlledSystem = TicketingSandboxName | 'sacd' | 'companies' | 'addresses' | 'smtp-primary' | 'smtp-fallback';

export type Sandbox = {
  /** Address of the pages for people, of `/control` and of `/inbox`. */
  readonly url: string;
  /** The variables that lead the application here. */
  readonly environment: Readonly<Record<string, string>>;
  /** What a simulated ticketing system knows of itself. */
  ticketing(system: TicketingSandboxName): Pick<TicketingSandbox, 'season' | 'ledger' | 'keys'>;
  setTrouble(system: ControlledSystem, trouble: NewTrouble): void;
  clearTrouble(system: ControlledSystem): void;
  counts(system: ControlledSystem): RequestCounts;
  /** Declarations that SACD's service read, oldest first. */
  declarations(): readonly SacdReceived[];
  /** Newest first; `recipient` may be a part of the address. */
  messages(recipient?: string): readonly StoredMessage[];
  stop(): Promise<void>;
};

/** Keys that the simulated SACD accepts: those of `.env.test`. */
export const sacdTestKeys: SacdKeys = {
  consumerKey: 'cle-de-test',
  secretKey: 'valeur-de-test-sans-secret',
  providerName: 'ASSISTANT',
  providerReference: 'ASSISTANT-TEST',
  providerPassword: 'valeur-de-test-sans-secret',
};

const loopback = '127.0.0.1';

/** Starts the simulated outside world on the loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? (() => new Date());
  const keys = { ...sacdTestKeys, ...options.sacdKeys };
  const troubles = createTroubleStore();
  const log = createRequestLog();
  const mailbox = createMailbox();
  const reference = options.reference ?? now();
  const ticketing: Readonly<Record<TicketingSandboxName, TicketingSandbox>> = {
    billetweb: createBilletweb({ now, reference }),
    helloasso: createHelloasso({ now, reference }),
    mapado: createMapado({ reference }),
    shotgun: createShotgun({ now, reference }),
    soticket: createSupersoniks({ brand: brands.soticket, now, reference }),
    supersoniks: createSupersoniks({ brand: brands.supersoniks, now, reference }),
  };
  const sacd = createSacd(keys, now, troubles);
  const systems = [...Object.values(ticketing), sacd, createCompanyDirectory(), createAddressDirectory()];
  const controlled = { systems, ticketing: Object.values(ticketing), sacd, troubles, log, now };
  const home = createHome(controlled);
  const pages = [createInbox(mailbox), createControl(controlled, home), home];
  const http = serveSystems({ systems: [...systems, ...pages], troubles, log });
  const primary = createMailServer({ transport: 'primary', mailbox, troubles, log, now });
  const fallback = createMailServer({ transport: 'fallback', mailbox, troubles, log, now });

  const httpPort = await listen(http, options.ports?.http);
  const primaryPort = await listen(primary.server, options.ports?.smtpPrimary);
  const fallbackPort = await listen(fallback.server, options.ports?.smtpFallback);
  const url = `http://${loopback}:${httpPort}`;

  return {
    url,
    environment: toEnvironment(url, primaryPort, fallbackPort, keys),
    ticketing: (system) => ticketing[system],
    setTrouble: (system, trouble) => void setTrouble(controlled, system, trouble),
    clearTrouble: (system) => clearTroubles(controlled, system),
    counts: log.read,
    declarations: sacd.received,
    messages: mailbox.list,
    async stop() {
      await Promise.all([
        closeHttp(http),
        ...[primary, fallback].map((server) => new Promise<void>((done) => server.close(done))),
      ]);
    },
  };
}

function toEnvironment(
  url: string,
  primaryPort: number,
  fallbackPort: number,
  keys: SacdKeys,
): Readonly<Record<string, string>> {
  return {
    ALLOW_PRIVATE_NETWORK: 'true',
    SANDBOX_INBOX_URL: `${url}/inbox`,
    SANDBOX_CONTROL_URL: `${url}/control`,
    BILLETWEB_API_BASE_URL: `${url}/billetweb/api`,
    HELLOASSO_API_BASE_URL: `${url}/helloasso`,
    MAPADO_API_BASE_URL: `${url}/mapado`,
    SHOTGUN_API_BASE_URL: `${url}/shotgun`,
    SOTICKET_API_BASE_URL: `${url}/soticket`,
    SUPERSONIKS_API_BASE_URL: `${url}/supersoniks`,
    SACD_API_BASE_URL: `${url}/sacd`,
    SACD_API_CONSUMER_KEY: keys.consumerKey,
    SACD_API_SECRET_KEY: keys.secretKey,
    SACD_API_PROVIDER_NAME: keys.providerName,
    SACD_API_PROVIDER_REFFILE: keys.providerReference,
    SACD_API_PROVIDER_PASSWORD: keys.providerPassword,
    COMPANY_DIRECTORY_BASE_URL: `${url}/companies`,
    ADDRESS_DIRECTORY_BASE_URL: `${url}/addresses`,
    SMTP_PRIMARY_URL: `smtp://primary:primary@${loopback}:${primaryPort}`,
    SMTP_FALLBACK_URL: `smtp://fallback:fallback@${loopback}:${fallbackPort}`,
  };
}

function listen(server: NetServer, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      resolve(toPort(server.address()));
    });
  });
}

function toPort(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function closeHttp(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
