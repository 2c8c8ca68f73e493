import { type ServerResponse } from 'node:http';
import { html, json, text, type Reply, type SandboxSystem } from './exchange';
import { type Trouble } from './trouble';

const maintenancePage =
  '<!doctype html><html lang="fr"><title>Maintenance</title><h1>Nous revenons bientôt</h1></html>';
const challengePage =
  '<!doctype html><html lang="en"><title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></html>';

/** Cloud metadata services live there: a client that follows the redirect gives itself away. */
const privateAddress = 'http://169.254.169.254/latest/meta-data/';

/** What the trouble answers instead of the system; null when the system answers itself, however late or badly. */
export function toTroubledReply(trouble: Trouble, system: SandboxSystem): Reply | null {
  switch (trouble.mode) {
    case '429':
      return system.refuseForNow(null);
    case '429-retry-after':
      return system.refuseForNow(trouble.retryAfterSeconds);
    case '500':
    case '500-once':
      return text('Internal Server Error', 500);
    case 'wrong-json':
      return text('[{"id":"1001","name":"La Nuit', 200, 'application/json');
    case 'wrong-shape':
      return json({ status: 'ok', items: { total: 0 } });
    case 'html':
      return html(maintenancePage);
    case 'challenge':
      return html(challengePage, 403);
    case '401':
      return json({ error: 'unauthorized', error_description: 'The credentials were rejected' }, 401);
    case '403':
      return json({ error: 'forbidden', error_description: 'Access denied' }, 403);
    case 'redirect':
      return { status: 302, headers: { location: privateAddress }, body: '' };
    default:
      return null;
  }
}

export function sendReply(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(Buffer.byteLength(reply.body)) });
  response.end(reply.body);
}

/** Announces everything, sends half, and drops the connection once that half has left. */
export function sendHalf(response: ServerResponse, reply: Reply): void {
  const bytes = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(bytes.length + 1) });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
