// Pictures of mails, compared pixel by pixel: light on a desk, dark on a phone.
//
// usage: node pixels.mjs [--accept] PAGES PICTURES DIFFERENCES   prints a line of JSON about the browser, and one a picture
//
// PICTURES holds what was accepted: pictures for people (of few colours, to be small), the pages that they show
// (pages.json.gz), and taken.json: the browser, a digest of the letters that it draws, and one of every picture. Another
// browser, or another font, draws every letter otherwise. There the accepted pages are drawn again, and compared with those.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { PNG } from 'pngjs';
import puppeteer from 'puppeteer-core';

const LOOKS = [
  { look: 'light', width: 600 },
  { look: 'dark', width: 320 },
];
const ARGS = ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'];
// Every letter in shades of its own colour, where it would be without a screen.
const LETTERS = ['--disable-lcd-text', '--font-render-hinting=none', '--force-device-scale-factor=1', '--lang=en'];
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const PROBE = `<!doctype html><body style="margin:8px;${FONT}"><p>Quick brown fox, 1 × €23.45</p><h1>Æ ÿ ﬁ ¾ “ ” – 🧶</h1><b>Bold</b> <i>Italic</i>`;
const RED = [214, 0, 60];
/** As many as text needs to look smooth. */
const COLOURS = 32;
const SMALL = { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 };

const accept = process.argv.includes('--accept');
const [pages, pictures, differences] = process.argv.slice(2).filter((word) => word !== '--accept');
if (!differences) {
  console.error('usage: node pixels.mjs [--accept] PAGES PICTURES DIFFERENCES');
  process.exit(2);
}

/** A page's picture, as long as the page is. */
async function draw(page, html, { look, width }) {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look }]);
  await page.setViewport({ width, height: 100 });
  await page.setContent(html, { waitUntil: 'load' });
  return PNG.sync.read(Buffer.from(await page.screenshot({ fullPage: true })));
}

/** Which pixels differ: how many, and the box around them. What only one picture has differs. */
function compared(one, other) {
  const [width, height] = [Math.max(one.width, other.width), Math.max(one.height, other.height)];
  const at = (png, x, y) => (x < png.width && y < png.height ? png.data.readUInt32BE((y * png.width + x) * 4) : -1);
  const found = { count: 0, left: width, top: height, right: 0, bottom: 0, mark: new Uint8Array(width * height), width, height };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (at(one, x, y) === at(other, x, y)) continue;
      found.count++;
      found.mark[y * width + x] = 1;
      [found.left, found.right] = [Math.min(found.left, x), Math.max(found.right, x)];
      [found.top, found.bottom] = [Math.min(found.top, y), Math.max(found.bottom, y)];
    }
  }
  return found;
}

/** What was accepted, what is now, and what differs in red, beside each other. */
function beside(one, other, found) {
  const sheet = new PNG({ width: found.width * 3, height: found.height });
  sheet.data.fill(0xbb);
  PNG.bitblt(one, sheet, 0, 0, one.width, one.height, 0, 0);
  PNG.bitblt(other, sheet, 0, 0, other.width, other.height, found.width, 0);
  PNG.bitblt(other, sheet, 0, 0, other.width, other.height, found.width * 2, 0);
  for (let y = 0; y < found.height; y++) {
    for (let x = 0; x < found.width; x++) {
      const to = (y * sheet.width + found.width * 2 + x) * 4;
      for (let part = 0; part < 3; part++) {
        const pale = 255 - (255 - sheet.data[to + part]) / 4;
        sheet.data[to + part] = found.mark[y * found.width + x] ? RED[part] : pale;
      }
    }
  }
  for (let at = 3; at < sheet.data.length; at += 4) sheet.data[at] = 255;
  return PNG.sync.write(sheet, SMALL);
}

/** A picture in its most frequent colours; each other pixel has the one next to its own. */
function small(png) {
  const counts = new Map();
  for (let at = 0; at < png.data.length; at += 4) {
    const colour = png.data.readUInt32BE(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COLOURS).map(([colour]) => colour);
  const part = (colour, shift) => (colour >>> shift) & 255;
  const apart = (one, other) => [24, 16, 8].reduce((sum, shift) => sum + (part(one, shift) - part(other, shift)) ** 2, 0);
  const nearest = new Map();
  for (const colour of counts.keys()) {
    nearest.set(colour, frequent.reduce((best, next) => (apart(next, colour) < apart(best, colour) ? next : best)));
  }
  for (let at = 0; at < png.data.length; at += 4) png.data.writeUInt32BE(nearest.get(png.data.readUInt32BE(at)), at);
  return PNG.sync.write(png, SMALL);
}

const digest = (png) => crypto.createHash('sha256').update(`${png.width}x${png.height} `).update(png.data).digest('hex').slice(0, 32);
const place = (name) => path.join(pictures, name);
const stored = (name, otherwise) => (fs.existsSync(place(name)) ? fs.readFileSync(place(name)) : otherwise);
const kinds = fs.readdirSync(pages).filter((file) => file.endsWith('.html')).map((file) => path.basename(file, '.html'));
const now = Object.fromEntries(kinds.sort().map((kind) => [kind, fs.readFileSync(path.join(pages, `${kind}.html`), 'utf8')]));

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...ARGS, ...LETTERS] });
const page = await browser.newPage();
const ours = { chromium: await browser.version(), letters: digest(await draw(page, PROBE, LOOKS[0])), pictures: {} };

if (accept) {
  fs.rmSync(pictures, { recursive: true, force: true });
  fs.mkdirSync(pictures, { recursive: true });
  for (const [kind, html] of Object.entries(now)) {
    for (const as of LOOKS) {
      const png = await draw(page, html, as);
      ours.pictures[`${kind}.${as.look}`] = digest(png);
      fs.writeFileSync(place(`${kind}.${as.look}.png`), small(png));
    }
  }
  fs.writeFileSync(place('pages.json.gz'), zlib.gzipSync(JSON.stringify(now), { level: 9 }));
  fs.writeFileSync(place('taken.json'), `${JSON.stringify(ours, null, 2)}\n`);
}

const theirs = JSON.parse(stored('taken.json', '{"pictures":{}}'));
const before = JSON.parse(zlib.gunzipSync(stored('pages.json.gz', zlib.gzipSync('{}'))));
const same = theirs.chromium === ours.chromium && theirs.letters === ours.letters;
console.log(JSON.stringify({ same, ours: ours.chromium, theirs: theirs.chromium }));
fs.rmSync(differences, { recursive: true, force: true });
for (const kind of [...new Set([...Object.keys(now), ...Object.keys(before)])].sort()) {
  for (const as of LOOKS) {
    const name = `${kind}.${as.look}`;
    if (!now[kind] || !before[kind] || !stored(`${name}.png`)) {
      console.log(JSON.stringify({ name, why: now[kind] ? 'there is no picture of it' : 'there is a picture of it, and no such mail' }));
      continue;
    }
    const png = await draw(page, now[kind], as);
    if (same && digest(png) === theirs.pictures[name]) continue;
    const accepted = await draw(page, before[kind], as);
    const found = compared(accepted, png);
    if (found.count === 0) {
      if (same) console.log(JSON.stringify({ name, why: 'the same page was drawn otherwise when it was accepted' }));
      continue;
    }
    const sheet = path.join(differences, `${name}.png`);
    fs.mkdirSync(differences, { recursive: true });
    fs.writeFileSync(sheet, beside(accepted, png, found));
    const [wide, high] = [found.right + 1 - found.left, found.bottom + 1 - found.top];
    const why = `${found.count} pixels differ, within ${wide} x ${high} at ${found.left}, ${found.top}: ${sheet}`;
    console.log(JSON.stringify({ name, why }));
  }
}
console.log(JSON.stringify({ count: kinds.length * LOOKS.length }));
await browser.close();
