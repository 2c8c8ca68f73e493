import { type Connector, type Credentials } from '@/connectors/connector';
import { describeConnector } from '@/connectors/contract';
import { startSandbox } from '@/sandbox/start-sandbox';

/** The contract suite for one brand of the software, over its own simulated customers. */
export function describeClosingStatements(connector: Connector, brand: 'supersoniks' | 'soticket', site: string): void {
  const key = (name: string, suffix: string): Credentials => ({
    accessKey: `${name}.${site}`,
    secretKey: `eydemo-key-${brand}${suffix}`,
  });
  describeConnector({
    connector,
    requestsWhenUnchanged: 1,
    answers: 'everything',
    leavesCheckpoints: false,
    expectedSkips: [
      { seriesName: 'Sans date', code: 'series-without-date' },
      { seriesName: 'Une séance sans date', code: 'series-without-date', isPartial: true },
      { seriesName: 'TVA étrangère', code: 'foreign-tax-rate' },
      { seriesName: 'Recette absurde', code: 'amount-out-of-bounds' },
      { seriesName: 'Recette négative', code: 'amount-out-of-bounds' },
      { seriesName: 'Nombre de billets impossible', code: 'amount-out-of-bounds' },
      { seriesName: 'Type inconnu', code: 'unexpected-series' },
      { seriesName: 'Sans aucun prix', code: 'unexpected-series' },
      { seriesName: 'Carte cadeau', code: null },
      { seriesName: 'Abonnement', code: null },
      { seriesName: 'Affiche', code: null },
    ],
    async startWorld({ now }) {
      const sandbox = await startSandbox({ now, reference: now() });
      return {
        baseUrl: `${sandbox.url}/${brand}`,
        credentials: {
          valid: key('billetterie', ''),
          wrong: { ...key('billetterie', ''), secretKey: 'ey-a-key-that-opens-nothing' },
          limited: key('billetterie', '-refused'),
          empty: key('vide', '-empty'),
          odd: key('curiosites', '-odd'),
        },
        ledger: (account) =>
          sandbox.ticketing(brand).ledger(`${account === 'valid' ? 'billetterie' : 'curiosites'}.${site}`),
        setTrouble: (trouble) => sandbox.setTrouble(brand, trouble),
        countRequests: () => sandbox.counts(brand).requests,
        stop: sandbox.stop,
      };
    },
  });
}
