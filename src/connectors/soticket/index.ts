import { createConnector } from '../closing-statements/create-connector';
import type { Connector } from '../connector';
import { descriptor } from './descriptor';

/** The software of Supersoniks under another name: same protocol, same quirks (ADR 10). */
export const soticket: Connector = createConnector(descriptor);
