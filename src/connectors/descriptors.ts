import { descriptor as billetweb } from './billetweb/descriptor';
import type { ConnectorDescriptor } from './connector';
import { descriptor as helloasso } from './helloasso/descriptor';
import { descriptor as mapado } from './mapado/descriptor';
import { descriptor as shotgun } from './shotgun/descriptor';
import { descriptor as soticket } from './soticket/descriptor';
import { descriptor as supersoniks } from './supersoniks/descriptor';
import type { TicketingSystem } from '@/domain/ticketing/model';

/** Systems that can be connected today. Adding one here makes the maps of descriptors and connectors incomplete until it is named. */
export const connectableSystems = [
  'billetweb',
  'helloasso',
  'mapado',
  'shotgun',
  'soticket',
  'supersoniks',
] as const satisfies readonly TicketingSystem[];
export type ConnectableSystem = (typeof connectableSystems)[number];

/** What the browser may load of the connectors, and no more. */
export const descriptors: Readonly<Record<ConnectableSystem, ConnectorDescriptor>> = {
  billetweb,
  helloasso,
  mapado,
  shotgun,
  soticket,
  supersoniks,
};

export function isConnectableSystem(system: string): system is ConnectableSystem {
  return connectableSystems.some((name) => name === system);
}
