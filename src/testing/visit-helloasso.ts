export type HelloassoVisitor = ReturnType<typeof visitHelloasso>;

/** Asks the simulated HelloAsso what a program would ask, without any code of the connector. */
export function visitHelloasso(sandboxUrl: string) {
  /** `POST /oauth2/token` with this form. */
  async function askToken(form: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await fetch(`${sandboxUrl}/helloasso/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    return { status: response.status, body: await response.json() };
  }

  /** A token for a client, that of the demonstration unless told otherwise. */
  function askClientToken(clientId = 'demo-client', clientSecret = 'demo-key-helloasso') {
    return askToken({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  }

  /** `GET /v5…` with a token. */
  async function get(path: string, token: string) {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${sandboxUrl}/helloasso/v5${path}`, { headers });
    const text = await response.text();
    return { status: response.status, body: /^[[{]/.test(text) ? JSON.parse(text) : text };
  }

  /** The same, with a token of its own. */
  async function openAs(clientId?: string, clientSecret?: string) {
    const { body } = await askClientToken(clientId, clientSecret);
    return (path: string) => get(path, String(body.access_token));
  }

  return { askToken, askClientToken, get, openAs };
}
