import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { writePushed } from './write-pushed';

const queryKey = ['file'];

describe('writePushed', () => {
  it('is not undone by an answer that was under way, older than what was pushed', async () => {
    const { queryClient, answers, leave } = watchQuery();
    await waitFor(() => answers.length === 1);
    answers[0]?.('queued');
    await waitFor(() => queryClient.getQueryData(queryKey) === 'queued');

    void queryClient.invalidateQueries({ queryKey });
    await waitFor(() => answers.length === 2);
    writePushed(queryClient, queryKey, 'read');
    answers[1]?.('queued');
    await waitFor(() => answers.length === 3);
    expect(queryClient.getQueryData(queryKey)).toBe('read');

    answers[2]?.('stored');
    await waitFor(() => queryClient.getQueryData(queryKey) === 'stored');
    leave();
  });

  it('asks for nothing when no answer was awaited', async () => {
    const { queryClient, answers, leave } = watchQuery();
    await waitFor(() => answers.length === 1);
    answers[0]?.('queued');
    await waitFor(() => queryClient.getQueryData(queryKey) === 'queued');
    writePushed(queryClient, queryKey, 'read');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(queryClient.getQueryData(queryKey)).toBe('read');
    expect(answers).toHaveLength(1);
    leave();
  });
});

/** A query on screen whose answers are given by hand, in the order they were asked for. */
function watchQuery() {
  const queryClient = new QueryClient();
  const answers: ((state: string) => void)[] = [];
  const observer = new QueryObserver(queryClient, {
    queryKey,
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  });
  const unsubscribe = observer.subscribe(() => undefined);
  const leave = () => {
    unsubscribe();
    queryClient.clear();
  };
  return { queryClient, answers, leave };
}

async function waitFor(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('not reached in time');
}
