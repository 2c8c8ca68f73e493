import { type Connector, type ConnectorContext, type ConnectorWarning } from '@/connectors/connector';
import { type RemotePerformance, type RemoteSeries } from '@/domain/ticketing/model';

/** The document of `ticketing preview --json`: series by id, performances by start then id, warnings by code then text. */
export type Preview = {
  readonly series: readonly RemoteSeries[];
  /** Requests sent to the vendor, those that failed and were tried again included. */
  readonly requests: number;
  readonly warnings: readonly ConnectorWarning[];
};

/** Runs one connector to its end, without storing anything. Throws what the connector throws: a partial preview would mislead. */
export async function collectPreview(connector: Connector, context: ConnectorContext, since: Date): Promise<Preview> {
  let requests = 0;
  const series: RemoteSeries[] = [];
  const warnings: ConnectorWarning[] = [];
  const counted = { ...context, log: () => void (requests += 1) };
  for await (const event of connector.synchronize(counted, { since })) {
    if (event.type === 'series') series.push(event.series);
    if (event.type === 'warning') warnings.push(event.warning);
  }
  return {
    series: series.map(toSortedSeries).sort((a, b) => compareTexts(a.id, b.id)),
    requests,
    warnings: warnings.sort((a, b) => compareTexts(a.code, b.code) || compareTexts(a.detail, b.detail)),
  };
}

/** Field by field, so that the document holds what the contract says whatever a connector adds. */
function toSortedSeries({ id, name, performances }: RemoteSeries): RemoteSeries {
  const sorted = performances.map(toPerformance);
  sorted.sort((a, b) => compareTexts(a.startAt, b.startAt) || compareTexts(a.id, b.id));
  return { id, name, performances: sorted };
}

function toPerformance(performance: RemotePerformance): RemotePerformance {
  const { id, startAt, endAt, includingTaxesCents, excludingTaxesCents, taxRateBp, paidTickets, freeTickets } =
    performance;
  return { id, startAt, endAt, includingTaxesCents, excludingTaxesCents, taxRateBp, paidTickets, freeTickets };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
