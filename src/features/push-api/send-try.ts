export type TryRequest = {
  readonly method: 'GET' | 'PUT';
  /** After `/api/v1`. */
  readonly path: string;
  readonly body: string | null;
};
export type TryAnswer = { readonly title: string; readonly body: string };

/** One request to the API of this site, without the reader's session. */
export async function sendTry(key: string, { method, path, body }: TryRequest): Promise<TryAnswer> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      headers: { Authorization: `Bearer ${key}`, ...(body === null ? {} : { 'Content-Type': 'application/json' }) },
      body,
    });
    return { title: `Réponse\u00a0: ${response.status}`, body: format(await response.text()) };
  } catch {
    return { title: 'Le service ne répond pas. Vérifiez votre connexion à internet, puis réessayez.', body: '' };
  }
}

function format(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
