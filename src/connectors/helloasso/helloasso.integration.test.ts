import { describeConnector } from '../contract';
import { helloasso } from './index';
import { forgetTokens } from './session';
import { startSandbox } from '@/sandbox/start-sandbox';

describeConnector({
  connector: helloasso,
  // The association, then a page of the last changes; the token is kept.
  requestsWhenUnchanged: 2,
  answers: 'changes',
  leavesCheckpoints: true,
  expectedSkips: [
    { seriesName: 'État inconnu', code: 'unknown-ticket-status', isPartial: true },
    { seriesName: 'Montant absurde', code: 'amount-out-of-bounds' },
    { seriesName: 'Montant négatif', code: 'amount-out-of-bounds' },
    { seriesName: 'Sans date', code: 'series-without-date' },
    { seriesName: 'Tarif supprimé', code: 'missing-tariff' },
    { seriesName: 'TVA étrangère', code: 'foreign-tax-rate' },
    { seriesName: 'Monnaie étrangère', code: 'unsupported-currency' },
    { seriesName: 'Joué hors de France', code: 'unexpected-series' },
    { seriesName: 'formulaire-disparu', code: 'series-deleted' },
  ],
  async startWorld({ now }) {
    const sandbox = await startSandbox({ now, reference: now() });
    const key = (accessKey: string, secretKey: string) => ({ accessKey, secretKey });
    forgetTokens();
    return {
      baseUrl: `${sandbox.url}/helloasso`,
      credentials: {
        valid: key('short-client', 'demo-key-short'),
        wrong: key('short-client', 'a-key-that-opens-nothing'),
        limited: key('limited-client', 'demo-key-limited'),
        empty: key('empty-client', 'demo-key-empty'),
        odd: key('odd-client', 'demo-key-odd'),
      },
      ledger: (account) => sandbox.ticketing('helloasso').ledger(account === 'valid' ? 'short-client' : 'odd-client'),
      setTrouble: (trouble) => sandbox.setTrouble('helloasso', trouble),
      countRequests: () => sandbox.counts('helloasso').requests,
      stop: sandbox.stop,
    };
  },
});
