import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { TRPCClientError, type TRPCLink, createTRPCClient } from '@trpc/client';
import { type inferRouterInputs, type inferRouterOutputs } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { type ComponentType, type ReactNode, useState } from 'react';
import { AppError } from '@/domain/errors';
import { TrpcContextProvider } from '@/features/trpc';
import { type AppRouter } from '@/server/trpc/client-types';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

type PathOf<Room extends keyof Outputs & string> = `${Room}.${keyof Outputs[Room] & string}`;
type ProcedurePath = { [Room in keyof Outputs & string]: PathOf<Room> }[keyof Outputs & string];
type At<Tree, Path extends string> = Path extends `${infer Room}.${infer Name}`
  ? Room extends keyof Tree
    ? Name extends keyof Tree[Room]
      ? Tree[Room][Name]
      : never
    : never
  : never;
/** What a subscription sends, one value at a time; `undefined` from a procedure that answers nothing. */
type Sent<Output> = [Output] extends [never] ? undefined : Output extends AsyncIterable<infer Value> ? Value : Output;

/** A value, a failure of the closed list, an answer that never comes, or one that depends on the input. */
type Answer<Input, Output> = Output | AppError | 'loading' | ((input: Input) => Output | AppError);

/** Procedure → what it answers. Typed from the router: a fake that the server could not give does not compile. */
export type TrpcAnswers = {
  readonly [Path in ProcedurePath]?: Answer<At<Inputs, Path>, Sent<At<Outputs, Path>>>;
};

/** Gives the components below it a tRPC client that answers from `answers`. A procedure that is not there fails loudly. */
export function TrpcFake({ answers, children }: { readonly answers: TrpcAnswers; readonly children: ReactNode }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } }),
  );
  const [client] = useState(() => createTRPCClient<AppRouter>({ links: [answerFrom(answers)] }));
  return (
    <QueryClientProvider client={queryClient}>
      <TrpcContextProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TrpcContextProvider>
    </QueryClientProvider>
  );
}

/** The same as a decorator: `decorators: [withTrpc({ 'series.list': … })]`. */
export function withTrpc(answers: TrpcAnswers) {
  return function TrpcDecorator(Story: ComponentType) {
    return (
      <TrpcFake answers={answers}>
        <Story />
      </TrpcFake>
    );
  };
}

function answerFrom(answers: TrpcAnswers): TRPCLink<AppRouter> {
  const byPath = new Map<string, unknown>(Object.entries(answers));
  return () =>
    ({ op }) =>
      observable((observer) => {
        if (!byPath.has(op.path)) console.error(`No answer in this story for ${op.path}`);
        const given = byPath.has(op.path) ? byPath.get(op.path) : new AppError('internal');
        const answer: unknown = typeof given === 'function' ? given(op.input) : given;
        if (answer === 'loading') return;
        if (answer instanceof AppError) {
          observer.error(toClientError(answer));
          return;
        }
        observer.next({ result: { type: 'data', data: answer } });
        // A subscription stays open after what it sent.
        if (op.type !== 'subscription') observer.complete();
      });
}

/** The shape in which the server's formatter sends a failure. */
function toClientError(error: AppError): TRPCClientError<AppRouter> {
  return TRPCClientError.from({
    error: {
      code: -32603,
      message: error.code,
      data: { code: 'CONFLICT', httpStatus: 409, path: undefined, appCode: error.code, detail: error.detail },
    },
  });
}
