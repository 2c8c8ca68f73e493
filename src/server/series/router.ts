import 'server-only';
import { memberProcedure, router } from '@/server/trpc/trpc';
import { listSeries } from './list-series';
import { listTodo } from './list-todo';
import { listSeriesInput, listSeriesOutput } from './list-series.schema';
import { listTodoInput, listTodoOutput } from './list-todo.schema';

export const seriesRouter = router({
  list: memberProcedure
    .input(listSeriesInput)
    .output(listSeriesOutput)
    .query(({ ctx, input }) => listSeries(ctx.actor, input)),
  todo: memberProcedure
    .input(listTodoInput)
    .output(listTodoOutput)
    .query(({ ctx, input }) => listTodo(ctx.actor, input)),
});
