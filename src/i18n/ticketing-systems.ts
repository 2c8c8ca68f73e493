import type { TicketingSource } from '@/domain/ticketing/model';

/** Names of the ticketing systems, as their vendors write them, and of what brings figures without one. */
export const ticketingSystemLabels: Readonly<Record<TicketingSource, string>> = {
  billetweb: 'Billetweb',
  helloasso: 'HelloAsso',
  mapado: 'Mapado',
  shotgun: 'Shotgun',
  soticket: 'SoTicket',
  supersoniks: 'Supersoniks',
  file: 'Fichier importé',
  manual: 'Saisie à la main',
  push: 'Envoi par votre billetterie',
};
