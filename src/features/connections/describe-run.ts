import { isTicketingSystem, type TicketingSystem } from '@/domain/ticketing/model';
import { formatCount, formatCounted, formatDateTime } from '@/i18n/format';
import type { ConnectionView, RunView } from '@/server/ticketing/list-connections.schema';

/** What started a run, in words. */
export function describeTrigger(trigger: RunView['trigger']): string {
  return triggerTexts[trigger];
}

const triggerTexts: Readonly<Record<RunView['trigger'], string>> = {
  connection: 'À la connexion de la billetterie',
  user: 'À votre demande',
  night: 'Synchronisation de la nuit',
  file: 'Import d’un fichier',
  push: 'Envoi par votre billetterie',
  manual: 'Saisie à la main',
};

/** How long a run lasted: «42 secondes», «3 minutes»; null while it lasts. */
export function describeDuration({ startedAt, finishedAt }: Pick<RunView, 'startedAt' | 'finishedAt'>): string | null {
  if (startedAt === null || finishedAt === null) return null;
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  if (seconds < 1) return 'moins d’une seconde';
  return seconds < 120 ? formatCounted(seconds, 'seconde') : formatCounted(Math.round(seconds / 60), 'minute');
}

/** «12 spectacles sur 40, 48 représentations, 5 214 billets»: what a run under way has read so far. */
export function describeProgress(run: RunView): string {
  const { seriesDone, seriesTotal, performancesDone, ticketsDone, ticketsRead } = run;
  // The tickets of the whole account come first; the shows are put together from them afterwards.
  if (seriesDone === 0 && ticketsRead > 0) return formatCounted(ticketsRead, 'billet lu', 'billets lus');
  const series = formatCounted(seriesDone, 'spectacle');
  return [
    seriesTotal === null ? series : `${series} sur ${formatCount(seriesTotal)}`,
    formatCounted(performancesDone, 'représentation'),
    formatCounted(ticketsDone, 'billet'),
  ].join(', ');
}

/** What the last finished run changed, in one sentence. */
export function describeOutcome(run: RunView): string {
  const changes = [
    run.newSeries > 0 && formatCounted(run.newSeries, 'nouveau spectacle', 'nouveaux spectacles'),
    run.newPerformances > 0 &&
      formatCounted(run.newPerformances, 'nouvelle représentation', 'nouvelles représentations'),
    run.changedFigures > 0 &&
      formatCounted(
        run.changedFigures,
        'représentation dont les chiffres ont changé',
        'représentations dont les chiffres ont changé',
      ),
    run.gonePerformances > 0 &&
      formatCounted(
        run.gonePerformances,
        'représentation disparue de la billetterie',
        'représentations disparues de la billetterie',
      ),
  ].filter((change) => change !== false);
  return changes.length === 0 ? 'Rien n’avait changé.' : `${changes.join(', ')}.`;
}

/** What the last run is called on the card of a connection. */
export function describeTopic(system: ConnectionView['system']): string {
  if (system === 'file') return 'Dernier import';
  return system === 'push' ? 'Dernier envoi' : 'Dernière synchronisation';
}

/** State of a connection in a sentence. Relative times are left out: the page may stay open for hours. */
export function describeConnection(connection: ConnectionView): string {
  const { state, system, lastSuccessAt, seriesCount } = connection;
  if (!isTicketingSystem(system)) return describeReceived({ ...connection, system });
  const kept = formatCounted(seriesCount, 'spectacle');
  const last = lastSuccessAt ? formatDateTime(new Date(lastSuccessAt)) : null;
  switch (state) {
    case 'running':
      return 'Vos spectacles arrivent. Vous pouvez quitter cette page, la lecture continue sans vous.';
    case 'never-synchronized':
      return 'Vos spectacles arriveront à la première synchronisation.';
    case 'healthy':
      return `${kept}, mis à jour ${last ?? ''}.`;
    case 'failing':
      return last ? `${kept}, mis à jour pour la dernière fois ${last}.` : 'Aucune synchronisation n’a encore abouti.';
    case 'disconnected':
      return `${kept} ${seriesCount > 1 ? 'conservés' : 'conservé'}. La clé est effacée, rien ne se met plus à jour.`;
  }
}

type Received = Exclude<ConnectionView['system'], TicketingSystem>;

const receivedTexts: Readonly<Record<Received, { last: string; none: string; running: string; failed: string }>> = {
  file: {
    last: 'Dernier fichier importé le',
    none: 'Aucun fichier n’a encore été importé.',
    running: 'Votre fichier est en cours de lecture. Vous pouvez quitter cette page, la lecture continue sans vous.',
    failed: 'Le dernier fichier n’a pas été repris.',
  },
  manual: {
    last: 'Dernière saisie le',
    none: 'Rien n’a encore été saisi.',
    running: 'Saisie en cours d’enregistrement.',
    failed: 'La dernière saisie n’a pas été enregistrée.',
  },
  push: {
    last: 'Dernières recettes reçues le',
    none: 'Votre billetterie n’a encore rien envoyé.',
    running: 'Un envoi de votre billetterie est en cours de lecture.',
    failed: 'Le dernier envoi de votre billetterie n’a pas été repris.',
  },
};

/** The same for what no connector reads: a file, typing, the push of a ticketing editor. */
function describeReceived(connection: ConnectionView & { readonly system: Received }): string {
  const { system, state, lastSuccessAt, seriesCount } = connection;
  const texts = receivedTexts[system];
  if (state === 'running') return texts.running;
  const kept = formatCounted(seriesCount, 'spectacle');
  const last = lastSuccessAt ? `${kept}. ${texts.last} ${formatDateTime(new Date(lastSuccessAt))}.` : texts.none;
  return state === 'failing' ? `${texts.failed} ${last}` : last;
}
