import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../start-sandbox';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date('2026-11-20T10:00:00.000Z') });
});
afterEach(async () => {
  await fetch(`${sandbox.url}/control/sacd`, { method: 'DELETE' });
});
afterAll(() => sandbox.stop());

const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)', 'accept-language': 'fr-FR,fr;q=0.9' };
const md5 = (content: string): string => createHash('md5').update(content).digest('hex');

async function post(path: string, form: Record<string, string>, headers: Record<string, string> = browser) {
  const response = await fetch(`${sandbox.url}/sacd${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: await response.text() };
}

const login = {
  'login[login]': 'ASSISTANT-TEST',
  'login[password]': md5('valeur-de-test-sans-secret'),
  'login[consumer_key]': 'cle-de-test',
};
const common = {
  'parameters[Application]': 'ASSISTANT',
  'parameters[LoginRefFile]': 'ASSISTANT-TEST',
  'parameters[Language]': 'FR',
};

async function logIn(): Promise<string> {
  const { body } = await post('/ticketing/auto-access.json', login);
  return `key=cle-de-test&token=${md5(`valeur-de-test-sans-secret${JSON.parse(body).AuthToken}`)}`;
}

function givenRepresentation(
  changes: { readonly ref?: string; readonly title?: string; readonly date?: string; readonly expenses?: string } = {},
): string {
  const { ref = 's_1', title = 'La Nuit des gardiens', date = '2026/06/26', expenses = '' } = changes;
  return (
    `<Representation><rep_ref_dec>${ref}</rep_ref_dec><rep_devise>EUR</rep_devise><rep_statut>DEF</rep_statut><rep_version>1</rep_version>` +
    `<rep_titre>${title}</rep_titre><rep_date_debut>${date}</rep_date_debut><rep_date_fin>${date}</rep_date_fin><rep_nb>1</rep_nb><rep_horaire>20:30</rep_horaire>` +
    '<Billetterie><rep_mt_billets>1706.16</rep_mt_billets><rep_mt_tva_billets>93.84</rep_mt_tva_billets><rep_nb_billets_pay>120</rep_nb_billets_pay><rep_nb_billets_exo>8</rep_nb_billets_exo></Billetterie>' +
    `<Exploitation>${expenses}</Exploitation><Salle><salle_nom>Salle du Stiff</salle_nom><salle_jauge>180</salle_jauge></Salle>` +
    '<Diffuseur><diff_nom>Le Phare</diff_nom><diff_type_ref>SIREN</diff_type_ref><diff_ref>552100554</diff_ref><diff_ville>Ouessant</diff_ville><diff_pays>FR</diff_pays></Diffuseur>' +
    '<Producteur><prod_nom>Compagnie des Embruns</prod_nom></Producteur></Representation>'
  );
}

function givenXml(representations: readonly string[], declarant = '40418', count = representations.length): string {
  const header = `<Header><dec_ref>${declarant}</dec_ref><dec_systeme>Essai</dec_systeme><dec_date>2026/07/06</dec_date><dec_nb>${count}</dec_nb></Header>`;
  return `<?xml version="1.0" encoding="utf-8"?><Declaration>${header}<Representations>${representations.join('')}</Representations></Declaration>`;
}

async function declare(xml: string) {
  const path = `/ticketing/broker/ExploitFileTransmitETicketingDeclarationWS?${await logIn()}`;
  return post(path, { ...common, 'parameters[Declaration]': xml });
}

describe('The simulated SACD: access', () => {
  it('gives a token, then says hello to who combines it with the secret', async () => {
    const { status, body } = await post(`/ticketing/broker/HelloWorldWS?${await logIn()}`, common);
    expect([status, JSON.parse(body)]).toEqual([200, { Result: 'Hello World!' }]);
  });

  it.each(['login[login]', 'login[password]', 'login[consumer_key]'])('refuses a wrong %s', async (field) => {
    const { body } = await post('/ticketing/auto-access.json', { ...login, [field]: 'wrong' });
    expect(JSON.parse(body)).toEqual({ Error: { Code: 'ERR_AUTH', Message: 'Identification refusée' } });
  });

  it.each(['', 'node', 'axios/1.7'])('turns away the visitor called « %s »', async (agent) => {
    expect((await post('/ticketing/auto-access.json', login, { ...browser, 'user-agent': agent })).status).toBe(403);
  });

  it('wants French, a form, and the common parameters', async () => {
    expect((await post('/ticketing/auto-access.json', login, { ...browser, 'accept-language': 'en' })).status).toBe(
      406,
    );
    const headers = { ...browser, 'content-type': 'application/json' };
    expect((await post('/ticketing/auto-access.json', login, headers)).status).toBe(415);
    const { body } = await post(`/ticketing/broker/HelloWorldWS?${await logIn()}`, {
      ...common,
      'parameters[Language]': 'EN',
    });
    expect(JSON.parse(body).Error.Code).toBe('ERR_WS_PARAM');
  });

  it('forgets a token at the end of the session', async () => {
    const query = await logIn();
    await fetch(`${sandbox.url}/sacd/ticketing/logout?${query}`, { headers: browser });
    const { body } = await post(`/ticketing/broker/HelloWorldWS?${query}`, common);
    expect(JSON.parse(body).Error.Code).toBe('ERR_TOKEN');
  });
});

describe('The simulated SACD: declarations', () => {
  it('accepts each representation and keeps what it received', async () => {
    const xml = givenXml([givenRepresentation(), givenRepresentation({ ref: 's_2', date: '2026/06/27' })]);
    const { status, body } = await declare(xml);
    expect(status).toBe(200);
    expect(body).toBe(
      '<?xml version="1.0" encoding="utf-8"?><Declaration><Header><dec_ref>40418</dec_ref><dec_nb>2</dec_nb><sacd_date>2026/11/20</sacd_date></Header><Representations>' +
        '<Representation><rep_ref_dec>s_1</rep_ref_dec><numero>7000001</numero><statut>OK</statut><champ></champ><message></message></Representation>' +
        '<Representation><rep_ref_dec>s_2</rep_ref_dec><numero>7000002</numero><statut>OK</statut><champ></champ><message></message></Representation>' +
        '</Representations></Declaration>',
    );
    expect(sandbox.declarations()).toHaveLength(1);
    expect(sandbox.declarations()[0]).toMatchObject({ declarant: '40418', xml });
    const received = await fetch(`${sandbox.url}/control/sacd/received`).then((response) => response.json());
    expect(received[0].representations[0].fields.rep_mt_billets).toBe('1706.16');
  });

  it('does not know every declarant', async () => {
    const { body } = await declare(givenXml([givenRepresentation()], '999999'));
    expect(JSON.parse(body).Error.Code).toBe('ERR_WS_DEC_REF');
    expect((await declare(givenXml([givenRepresentation()], '123456'))).body).toContain('<statut>OK</statut>');
  });

  it.each<readonly [string, string, string]>([
    ['another prologue', givenXml([givenRepresentation()]).replace('utf-8', 'UTF-16'), 'prologue'],
    ['a tag left open', givenXml([givenRepresentation()]).replace('</Salle>', ''), 'well formed'],
    ['a title of 129 characters', givenXml([givenRepresentation({ title: 'é'.repeat(129) })]), 'exceeds 128'],
    ['a broken emoji', givenXml([givenRepresentation({ title: 'a\ud83c' })]), 'characters'],
    ['an attribute', givenXml([givenRepresentation()]).replace('<Salle>', '<Salle a="1">'), 'Salle'],
    ['a wrong count', givenXml([givenRepresentation()], '40418', 2), 'dec_nb'],
    ['an ISO date', givenXml([givenRepresentation({ date: '2026-06-26' })]), 'rep_date_debut'],
    ['a comma in an amount', givenXml([givenRepresentation()]).replace('1706.16', '1706,16'), 'rep_mt_billets'],
    ['three decimals', givenXml([givenRepresentation()]).replace('1706.16', '1706.160'), 'rep_mt_billets'],
    [
      'elements out of order',
      givenXml([givenRepresentation()]).replace(
        '<rep_nb>1</rep_nb><rep_horaire>20:30</rep_horaire>',
        '<rep_horaire>20:30</rep_horaire><rep_nb>1</rep_nb>',
      ),
      'rep_nb',
    ],
    ['no room', givenXml([givenRepresentation()]).replace('<salle_nom>Salle du Stiff</salle_nom>', ''), 'salle_nom'],
    [
      'an unknown element',
      givenXml([givenRepresentation()]).replace('</Salle>', '<salle_bar>1</salle_bar></Salle>'),
      'salle_bar',
    ],
    [
      'dates in disorder',
      givenXml([givenRepresentation(), givenRepresentation({ ref: 's_2', date: '2026/06/25' })]),
      'ascending',
    ],
    ['a reference used twice', givenXml([givenRepresentation(), givenRepresentation()]), 'twice'],
    [
      'the expenses told twice',
      givenXml(
        ['s_1', 's_2'].map((ref) => givenRepresentation({ ref, expenses: '<rep_mt_depenses>1.00</rep_mt_depenses>' })),
      ),
      'Exploitation',
    ],
  ])('refuses %s', async (_title, xml, words) => {
    const { status, body } = await declare(xml);
    const { Error: error } = JSON.parse(body);
    expect([status, error.Code]).toEqual([200, 'ERR_WS_XML']);
    expect(error.Message.toLowerCase()).toContain(words.toLowerCase().replace('prologue', 'xml declaration'));
    expect(sandbox.declarations()).toEqual([]);
  });

  it('accepts a title of 128 characters of any plane', async () => {
    expect((await declare(givenXml([givenRepresentation({ title: '🎭'.repeat(128) })]))).body).toContain(
      '<statut>OK</statut>',
    );
  });

  it('refuses or remarks by the title', async () => {
    const xml = givenXml([
      givenRepresentation({ title: 'A [refusé par la SACD]' }),
      givenRepresentation({ ref: 's_2', title: 'A [à vérifier par la SACD]', date: '2026/06/27' }),
    ]);
    await declare(xml);
    expect(sandbox.declarations()[0]?.statuses.map(({ status }) => status)).toEqual(['KO', 'WARNING']);
  });
});

describe('The simulated SACD: troubles', () => {
  const two = givenXml([givenRepresentation(), givenRepresentation({ ref: 's_2', date: '2026/06/27' })]);
  beforeEach(() => sandbox.clearTrouble('sacd'));

  it('refuses one representation, once, then accepts all', async () => {
    sandbox.setTrouble('sacd', { mode: 'refuse-one', times: 1 });
    await declare(two);
    await declare(two);
    expect(sandbox.declarations().map(({ statuses }) => statuses.map(({ status }) => status))).toEqual([
      ['KO', 'OK'],
      ['OK', 'OK'],
    ]);
  });

  it('troubles only the declarant named', async () => {
    sandbox.setTrouble('sacd', { mode: 'refuse', only: '123456' });
    await declare(two);
    expect(sandbox.declarations()[0]?.statuses[0]?.status).toBe('OK');
  });

  it('receives, then never answers', async () => {
    sandbox.setTrouble('sacd', { mode: 'timeout-after-receiving', path: 'ExploitFile' });
    const path = `${sandbox.url}/sacd/ticketing/broker/ExploitFileTransmitETicketingDeclarationWS?${await logIn()}`;
    const stopper = new AbortController();
    const body = new URLSearchParams({ ...common, 'parameters[Declaration]': two });
    const request = fetch(path, { method: 'POST', headers: browser, body, signal: stopper.signal });
    const outcome = expect(request).rejects.toThrow();
    while (sandbox.declarations().length === 0) await new Promise((resolve) => setImmediate(resolve));
    stopper.abort();
    await outcome;
    expect(sandbox.declarations()).toHaveLength(1);
  });
});
