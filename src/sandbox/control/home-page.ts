import { html, type Reply, type SandboxRequest, type SandboxSystem } from '../http/exchange';
import { titleMarkers } from '../sacd/answer-declaration';
import { escapeHtml, renderPage } from './page';
import { listModes, listTroubles, type ControlledWorld } from './switches';

/** The first page: keys to try, mail, and what can be made to go wrong. */
export function createHome(world: ControlledWorld): SandboxSystem {
  return {
    name: '',
    title: 'Accueil',
    handle: (request) => answer(world, request),
    toSubject: () => '',
    refuseForNow: () => html('', 429),
    reset: () => undefined,
  };
}

function answer(world: ControlledWorld, { path }: SandboxRequest): Reply {
  if (path !== '/') return html(renderPage('Page introuvable', '<p>Rien n’est simulé à cette adresse.</p>'), 404);
  const intro =
    '<p>Ces serveurs imitent les services extérieurs\u00a0: billetterie, SACD, annuaires et courrier. Rien ne sort de cette machine.</p>';
  return html(
    renderPage('Monde simulé', `${intro}${renderKeys(world)}${renderSacd()}${renderTroubles(world)}${script}`),
  );
}

function renderTable(titles: readonly string[], rows: readonly string[]): string {
  const head = titles.map((title) => `<th scope="col">${title}</th>`).join('');
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function renderKeys(world: ControlledWorld): string {
  return world.ticketing
    .map(({ title, keys }) => {
      const rows = keys.map(({ accessKey, secretKey, purpose }) => {
        const first = accessKey === null ? '–' : `<code>${escapeHtml(accessKey)}</code>`;
        return `<tr><td>${first}</td><td><code>${escapeHtml(secretKey)}</code></td><td>${escapeHtml(purpose)}</td></tr>`;
      });
      return `<h2>Clés ${escapeHtml(title)}</h2>${renderTable(['Identifiant', 'Clé', 'Contenu'], rows)}`;
    })
    .join('');
}

function renderSacd(): string {
  const declarants =
    'Déclarants connus\u00a0: <code>40418</code> et les nombres de <code>100000</code> à <code>199999</code>.';
  const markers = `Un spectacle dont le titre contient «\u00a0${titleMarkers.KO}\u00a0» est refusé, «\u00a0${titleMarkers.WARNING}\u00a0» accepté avec une remarque.`;
  return `<h2>SACD</h2><p>${declarants} ${markers} <a href="/control/sacd/received">Déclarations reçues</a>.</p>`;
}

function renderTroubles(world: ControlledWorld): string {
  const systems: readonly (readonly [string, string])[] = [
    ...world.systems.map(({ name, title }) => [name, title] as const),
    ['smtp-primary', 'Courrier, serveur principal'],
    ['smtp-fallback', 'Courrier, serveur de secours'],
  ];
  const rows = systems.map(([name, title]) => {
    const effects = listTroubles(world, name).map(({ mode }) => toEffect(world, name, mode));
    const cells = [
      escapeHtml(effects.join(', ') || 'tout va bien'),
      String(world.log.read(name).requests),
      renderSwitch(world, name, title),
    ];
    return `<tr><th scope="row">${escapeHtml(title)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<h2>Pannes</h2>${renderTable(['Service', 'État', 'Demandes', 'Panne à simuler'], rows)}`;
}

function renderSwitch(world: ControlledWorld, name: string, title: string): string {
  const options = Object.keys(listModes(world, name) ?? {}).map((mode) => {
    return `<option value="${mode}">${escapeHtml(toEffect(world, name, mode))}</option>`;
  });
  const label = escapeHtml(`Panne de ${title}`);
  const select = `<select name="mode" aria-label="${label}"><option value="">tout va bien</option>${options.join('')}</select>`;
  return `<form data-system="${name}">${select} <button>Appliquer</button></form>`;
}

/** Without the names of options, which are for programs. */
function toEffect(world: ControlledWorld, system: string, mode: string): string {
  return (listModes(world, system)?.[mode] ?? mode).replace(/ \([a-z][^)]*\)/, '');
}

const script = `<script>
for (const form of document.querySelectorAll('form')) form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const mode = form.elements.mode.value, address = '/control/' + form.dataset.system;
  await fetch(address + '/trouble', { method: 'DELETE' });
  if (mode) await fetch(address, { method: 'PUT', body: JSON.stringify({ mode }) });
  location.reload();
});
</script>`;
