import { describeConnector } from '../contract';
import { shotgun } from './index';
import { startSandbox } from '@/sandbox/start-sandbox';

describeConnector({
  connector: shotgun,
  requestsWhenUnchanged: 1,
  answers: 'changes',
  leavesCheckpoints: true,
  expectedSkips: [
    { seriesName: 'Vendu en dollars', code: 'unsupported-currency' },
    // Deleted, it has no name any more: its number is its title there too.
    { seriesName: '1003001', code: 'series-deleted' },
    { seriesName: 'TVA étrangère', code: 'foreign-tax-rate' },
    { seriesName: 'Montant absurde', code: 'amount-out-of-bounds' },
    { seriesName: 'Montant négatif', code: 'amount-out-of-bounds' },
    { seriesName: 'Demi-centime', code: 'amount-out-of-bounds' },
    { seriesName: 'Statut inconnu', code: 'unknown-ticket-status', isPartial: true },
    { seriesName: 'Sans date', code: 'series-without-date' },
    { seriesName: 'Sans taux', code: 'unexpected-series' },
    { seriesName: 'Sans monnaie', code: 'unexpected-series' },
  ],
  async startWorld({ now }) {
    const sandbox = await startSandbox({ now, reference: now() });
    const key = (accessKey: string, secretKey: string) => ({ accessKey, secretKey });
    return {
      baseUrl: `${sandbox.url}/shotgun`,
      credentials: {
        // The suite asks a hundred times in a row what the quota would spread over minutes.
        valid: key('173030', 'demo-key-short'),
        wrong: key('173027', 'a-key-that-opens-nothing'),
        limited: key('173029', 'demo-key-shotgun'),
        empty: key('173028', 'demo-key-empty'),
        odd: key('173029', 'demo-key-odd'),
      },
      ledger: (account) => sandbox.ticketing('shotgun').ledger(account === 'valid' ? '173030' : '173029'),
      setTrouble: (trouble) => sandbox.setTrouble('shotgun', trouble),
      countRequests: () => sandbox.counts('shotgun').requests,
      stop: sandbox.stop,
    };
  },
});
