import 'server-only';
import { type RemoteSeries } from '@/domain/ticketing/model';
import { type Database } from '@/server/db/client';
import { checkRemoteSeries } from '@/server/ticketing/check-remote-series';
import { storeSeriesIn } from '@/server/ticketing/store-series';
import { type PushCaller } from './authenticate-key';
import { findHeldShow } from './load-held-shows';
import { PushProblem } from './push-problem';
import { type HeldShow, type PushResult } from './push-schemas';
import { writePush } from './write-push';

/** Stores one show that was judged right, whole or not at all, and gives it back as it is now held. */
export async function receiveShow(
  db: Database,
  caller: PushCaller,
  series: RemoteSeries,
  now: Date,
): Promise<{ readonly result: PushResult; readonly show: HeldShow }> {
  // The bounds of the schemas are those of the database: this is for the day when they are not.
  if (checkRemoteSeries(series) !== null) throw new PushProblem('invalid-input');
  const tickets = series.performances.reduce((sum, { paidTickets, freeTickets }) => sum + paidTickets + freeTickets, 0);
  return writePush(db, caller, now, async (tx, run) => {
    const before = await findHeldShow(tx, caller, series.id);
    const outcome = await storeSeriesIn(tx, run, series, tickets, now);
    const show = await findHeldShow(tx, caller, series.id);
    if (outcome !== 'stored' || !show) throw new Error(`a show that was sent is ${outcome}`);
    const isSame = JSON.stringify(before) === JSON.stringify(show);
    return { result: before === null ? 'created' : isSame ? 'unchanged' : 'updated', show };
  });
}
