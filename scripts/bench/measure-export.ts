import { monitorEventLoopDelay } from 'node:perf_hooks';
import { database } from '@/server/db/client';
import { buildWholeWorkbook } from '@/server/exports/build-workbooks';
import { writeWorkbook } from '@/spreadsheet/write-workbook';
import { readResidentMebibytes } from './measure-memory';
import { type BenchSeason } from './season';
import { type Measure } from './statistics';

/** The whole workbook of a structure, made in this process and thrown away as it comes: how long, how much, at what cost to others. */
export async function measureExport({ organizationId }: Pick<BenchSeason, 'organizationId'>): Promise<Measure[]> {
  const before = readResidentMebibytes(process.pid) ?? 0;
  let peak = before;
  let bytes = 0;
  const pauses = monitorEventLoopDelay({ resolution: 10 });
  pauses.enable();
  const start = performance.now();
  const sheets = await buildWholeWorkbook({ db: database(), organizationId });
  for await (const piece of writeWorkbook(sheets, new Date())) {
    bytes += (piece as Buffer).byteLength;
    peak = Math.max(peak, readResidentMebibytes(process.pid) ?? 0);
  }
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  pauses.disable();
  const what = 'whole export of 2,000 shows × 5';
  return [
    { what: `${what}: time`, value: seconds, unit: 's', target: null },
    { what: `${what}: bytes`, value: Math.round(bytes / 1000), unit: 'kB', target: null },
    { what: `${what}: memory above that of the process before`, value: peak - before, unit: 'MiB', target: 300 },
    { what: `${what}: longest pause of the process`, value: Math.round(pauses.max / 1e6), unit: 'ms', target: null },
  ];
}
