import { billetweb } from './billetweb/index';
import type { Connector } from './connector';
import type { ConnectableSystem } from './descriptors';
import { helloasso } from './helloasso/index';
import { mapado } from './mapado/index';
import { shotgun } from './shotgun/index';
import { soticket } from './soticket/index';
import { supersoniks } from './supersoniks/index';

/** Every connector, by system: complete by type. */
export const connectors: Readonly<Record<ConnectableSystem, Connector>> = {
  billetweb,
  helloasso,
  mapado,
  shotgun,
  soticket,
  supersoniks,
};
