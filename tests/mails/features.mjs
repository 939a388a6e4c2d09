// Every HTML and CSS feature of mails, by what mail programs support: it carries weight only where nearly all of them know it;
// the others are written down in features.json, each with what a reader sees without it.
//
// usage: node features.mjs FILE.html…   prints JSON: what is used of which sort, and what is on neither list
import fs from 'node:fs';
import { caniemail } from 'caniemail';

const KNOWN = JSON.parse(fs.readFileSync(new URL('./features.json', import.meta.url)));
const DATA = JSON.parse(fs.readFileSync(new URL('./node_modules/caniemail/data/caniemail.json', import.meta.url)));
const CLIENTS = [...new Set(DATA.data.flatMap(({ stats }) => Object.entries(stats).flatMap(([family, all]) => Object.keys(all).map((one) => `${family}.${one}`))))];
const ENOUGH = 0.95;
const LARGE = ['gmail', 'apple-mail', 'outlook', 'yahoo'];

/** The newest word on each program's support, as `y`, `a` (partly), `n` or `u`. */
function support({ stats }) {
  const newest = (versions) => Object.values(versions).at(-1)?.trim()[0] ?? 'u';
  return Object.entries(stats).flatMap(([family, all]) =>
    Object.entries(all).map(([one, versions]) => ({ client: `${family}.${one}`, family, word: newest(versions) })),
  );
}

/** Whether a mail may rest on it. */
function bears({ client, family, word }) {
  return word !== 'n' || !LARGE.includes(family) || client === 'outlook.windows' || client === 'outlook.windows-mail';
}

const used = new Set();
for (const file of process.argv.slice(2)) {
  const html = fs.readFileSync(file, 'utf8');
  for (const client of CLIENTS) {
    let issues;
    try {
      ({ issues } = caniemail({ clients: [client], html }));
    } catch (error) {
      if (error instanceof RangeError || /not found|undefined/.test(error.message)) continue;
      throw error;
    }
    for (const kind of ['errors', 'warnings']) for (const [, all] of issues[kind]) for (const { title } of all) used.add(title);
  }
}
const [bearing, fallback, off] = [[], [], []];
for (const title of [...used].sort()) {
  const feature = DATA.data.find((one) => one.title === title);
  const words = feature ? support(feature).filter(({ word }) => word !== 'u') : [];
  const share = words.filter(({ word }) => word !== 'n').length / Math.max(1, words.length);
  const line = `${title} (${Math.round(share * 100)} %)`;
  if (share >= ENOUGH && words.every(bears)) bearing.push(line);
  else if (KNOWN[title]) fallback.push(line);
  else off.push(line);
}
console.log(JSON.stringify({ data: DATA.last_update_date, clients: CLIENTS.length, bearing, fallback, off }));
