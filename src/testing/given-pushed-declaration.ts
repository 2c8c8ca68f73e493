import { type Database } from '@/server/db/client';
import { givenPushClient, givenPushedPerformance, givenPushedShow } from './given-push';
import { type GivenShow, givenShow } from './given-show';

export type PushedDeclaration = GivenShow & {
  /** The editor sends the show again, with other figures for its first performance. */
  sell(figures: { readonly paidTickets: number; readonly includingTaxesCents: number }): Promise<void>;
};

/** A complete show of two evenings whose figures an editor sends to the service at `url`, ready to be declared. */
export async function givenPushedDeclaration(
  db: Database,
  url: string,
  values: Parameters<typeof givenShow>[1],
): Promise<PushedDeclaration> {
  const show = await givenShow(db, values);
  const { actor, organizationId } = show;
  const { send } = await givenPushClient(db, `${url}/api/v1`, { actor });
  const push = async (figures: Readonly<Record<string, unknown>>) => {
    const { status, body } = await send(
      'PUT',
      '/shows/gardiens',
      givenPushedShow({
        performances: [
          givenPushedPerformance({ startAt: '2024-06-01T20:30:00+02:00', ...figures }),
          givenPushedPerformance({ id: 'seance-2', startAt: '2024-06-02T17:00:00+02:00' }),
        ],
      }),
    );
    if (status >= 300) throw new Error(`the push API answered ${status}: ${JSON.stringify(body)}`);
  };
  await push({});
  const model = await db.series.delete({ where: { id: show.seriesId }, include: { declarations: true } });
  const { id: seriesId } = await db.series.findFirstOrThrow({ where: { organizationId, system: 'push' } });
  await db.series.update({
    where: { id: seriesId },
    data: {
      genre: model.genre,
      producerName: model.producerName,
      producerSiren: model.producerSiren,
      venueId: model.venueId,
      capacity: model.capacity,
      taxRateBp: model.taxRateBp,
      totalExpensesExcludingCents: model.totalExpensesExcludingCents,
      totalExpensesIncludingCents: model.totalExpensesIncludingCents,
      approachExcludingCents: model.approachExcludingCents,
      approachIncludingCents: model.approachIncludingCents,
      circusExcludingCents: model.circusExcludingCents,
      circusIncludingCents: model.circusIncludingCents,
      salePriceExcludingCents: model.salePriceExcludingCents,
      salePriceIncludingCents: model.salePriceIncludingCents,
      hasPrivateContract: true,
      schoolSessionsExempt: model.schoolSessionsExempt,
      declarations: { create: model.declarations.map(({ organism }) => ({ organism })) },
    },
  });
  const performances = await db.performance.findMany({ where: { seriesId }, orderBy: { startAt: 'asc' } });
  return {
    ...show,
    seriesId,
    performanceIds: performances.map(({ id }) => id),
    async sell({ paidTickets, includingTaxesCents }) {
      const excludingTaxesCents = Math.round(includingTaxesCents / 1.055);
      await push({ paidTickets, includingTaxesCents, excludingTaxesCents });
    },
  };
}
