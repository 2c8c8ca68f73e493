import { createConnector } from '../closing-statements/create-connector';
import type { Connector } from '../connector';
import { descriptor } from './descriptor';

export const supersoniks: Connector = createConnector(descriptor);
