import { describeConnector } from '../contract';
import { mapado } from './index';
import { startSandbox } from '@/sandbox/start-sandbox';

describeConnector({
  connector: mapado,
  requestsWhenUnchanged: 1,
  answers: 'changes',
  leavesCheckpoints: true,
  expectedSkips: [
    { seriesName: 'À l’étranger', code: null },
    { seriesName: 'Vendu en francs suisses', code: 'unsupported-currency' },
    { seriesName: 'Billet sans tarif', code: 'missing-tariff' },
    { seriesName: 'Tarif inconnu', code: 'missing-tariff' },
    { seriesName: 'Montant absurde', code: 'amount-out-of-bounds' },
    { seriesName: 'Une date manque', code: 'series-without-date', isPartial: true },
    { seriesName: 'Aucune date connue', code: 'series-without-date' },
    { seriesName: 'Sans aucune séance', code: null },
    { seriesName: 'Pass dix concerts', code: null },
    { seriesName: 'Atelier sans date', code: null },
    { seriesName: 'TVA étrangère', code: 'foreign-tax-rate' },
    { seriesName: 'Taux inconnu en France', code: 'foreign-tax-rate' },
    { seriesName: 'Sans taux de TVA', code: 'unexpected-series' },
    { seriesName: 'Statut inconnu', code: 'unknown-ticket-status', isPartial: true },
  ],
  async startWorld({ now }) {
    const sandbox = await startSandbox({ now, reference: now() });
    const token = (secretKey: string) => ({ accessKey: null, secretKey });
    return {
      baseUrl: `${sandbox.url}/mapado`,
      credentials: {
        valid: token('key-mapado-7'),
        wrong: token('a-token-that-opens-nothing'),
        limited: token('demo-key-mapado-limited'),
        empty: token('demo-key-mapado-empty'),
        odd: token('demo-key-mapado-odd'),
      },
      ledger: (account) =>
        sandbox.ticketing('mapado').ledger(account === 'valid' ? 'key-mapado-7' : 'demo-key-mapado-odd'),
      setTrouble: (trouble) => sandbox.setTrouble('mapado', trouble),
      countRequests: () => sandbox.counts('mapado').requests,
      stop: sandbox.stop,
    };
  },
});
