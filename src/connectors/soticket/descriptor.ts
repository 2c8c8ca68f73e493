import { createDescriptor } from '../closing-statements/create-descriptor';
import type { ConnectorDescriptor } from '../connector';

export const descriptor: ConnectorDescriptor = createDescriptor({ system: 'soticket', label: 'SoTicket' });
