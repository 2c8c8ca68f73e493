import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { isTicketingSystem } from '@/domain/ticketing/model';
import type { ConnectionView } from '@/server/ticketing/list-connections.schema';

type Look = { readonly word: string; readonly severity?: 'success' | 'info' | 'error' };

const looks: Readonly<Record<ConnectionView['state'], Look>> = {
  'never-synchronized': { word: 'Pas encore synchronisée', severity: 'info' },
  healthy: { word: 'À jour', severity: 'success' },
  running: { word: 'En cours', severity: 'info' },
  failing: { word: 'En panne', severity: 'error' },
  disconnected: { word: 'Déconnectée' },
};

/** What is imported or sent to us is not «synchronised», and nothing of it breaks down by itself. */
const looksWithoutKeys: Readonly<Record<ConnectionView['state'], Look>> = {
  'never-synchronized': { word: 'Rien reçu', severity: 'info' },
  healthy: { word: 'Reçue', severity: 'success' },
  running: { word: 'En cours', severity: 'info' },
  failing: { word: 'À reprendre', severity: 'error' },
  disconnected: { word: 'Arrêtée' },
};

/** State of a connection in a word. */
export function StateBadge({ state, system }: Pick<ConnectionView, 'state' | 'system'>) {
  const { word, severity } = (isTicketingSystem(system) ? looks : looksWithoutKeys)[state];
  return (
    <Badge small noIcon severity={severity}>
      {word}
    </Badge>
  );
}
