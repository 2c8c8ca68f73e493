import type { RunView } from '@/server/ticketing/list-connections.schema';

/** What a run left out or found doubtful, each with its show named. */
export function RunWarnings({ warnings }: Pick<RunView, 'warnings'>) {
  if (warnings.length === 0) return null;
  const many = warnings.length > 1;
  return (
    <details className="app-details" open={!many}>
      <summary>{many ? `${warnings.length} points à regarder` : 'Un point à regarder'}</summary>
      <ul>
        {warnings.map(({ code, detail }) => (
          <li key={`${code} ${detail}`} className="app-break">
            {detail}
          </li>
        ))}
      </ul>
    </details>
  );
}
