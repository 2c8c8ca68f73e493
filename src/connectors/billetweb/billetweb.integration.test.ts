import { describeConnector } from '../contract';
import { billetweb } from './index';
import { startSandbox } from '@/sandbox/start-sandbox';

describeConnector({
  connector: billetweb,
  requestsWhenUnchanged: 1,
  answers: 'changes',
  leavesCheckpoints: false,
  expectedSkips: [
    { seriesName: 'Montant absurde', code: 'amount-out-of-bounds' },
    { seriesName: 'Montant négatif', code: 'amount-out-of-bounds' },
    { seriesName: 'Sans date', code: 'series-without-date' },
    { seriesName: 'Tarif supprimé', code: 'missing-tariff' },
    { seriesName: 'TVA étrangère', code: 'foreign-tax-rate' },
    { seriesName: 'Supprimé de la billetterie', code: 'series-deleted' },
    { seriesName: 'Séance inconnue', code: 'unexpected-series' },
    { seriesName: 'Sans aucune séance', code: null },
  ],
  async startWorld({ now }) {
    const sandbox = await startSandbox({ now, reference: now() });
    const key = (accessKey: string, secretKey: string) => ({ accessKey, secretKey });
    return {
      baseUrl: `${sandbox.url}/billetweb/api`,
      credentials: {
        valid: key('demo-user', 'demo-key-billetweb'),
        wrong: key('demo-user', 'a-key-that-opens-nothing'),
        limited: key('demo-user', 'demo-key-limited'),
        empty: key('empty-user', 'demo-key-empty'),
        odd: key('odd-user', 'demo-key-odd'),
      },
      ledger: (account) => sandbox.ticketing('billetweb').ledger(account === 'valid' ? 'demo-user' : 'odd-user'),
      setTrouble: (trouble) => sandbox.setTrouble('billetweb', trouble),
      countRequests: () => sandbox.counts('billetweb').requests,
      stop: sandbox.stop,
    };
  },
});
