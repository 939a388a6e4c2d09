// Mails in a browser: axe, overflow and the first screen at phone and desktop widths, in light and dark; and, by pixels, the
// contrast of every text when a mail program turns the colours over by itself, as Gmail and Outlook do.
//
// usage: node browser.mjs [--layout] FILE.html…   prints one line of JSON a file; --layout: only overflow and first screen
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import puppeteer from 'puppeteer-core';

const WIDTHS = [320, 600, 900];
const LEGIBLE = 4.5;
const AXE = fs.readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
// A mail is shown inside a page that has these two.
const OF_PAGES = { 'landmark-one-main': { enabled: false }, region: { enabled: false } };
const IMAGE = '<svg xmlns="http://www.w3.org/2000/svg" width="280" height="72"><rect width="100%" height="100%" fill="#8aa"/></svg>';
const ARGS = ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'];
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const open = (...more) => puppeteer.launch({ executablePath: CHROMIUM, args: [...ARGS, ...more] });

/** A page that fetches nothing: every image is the same one. */
async function page(browser) {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  const local = (url) => url.startsWith('file:') || url.startsWith('data:');
  page.on('request', (request) =>
    local(request.url()) ? request.continue() : request.respond({ status: 200, contentType: 'image/svg+xml', body: IMAGE }),
  );
  return page;
}

/** What axe finds, what is wider than the screen, and where the first button ends on a phone. */
async function seen(page, file, layout) {
  const found = { violations: [], incomplete: [], overflow: [], button: 0 };
  await page.setViewport({ width: WIDTHS[0], height: 800 });
  await page.goto(`file://${file}`, { waitUntil: 'load' });
  if (!layout) await page.evaluate(AXE);
  // A dark style sheet changes colours, no sizes.
  for (const scheme of layout ? ['light'] : ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 800 });
      const place = `${width} ${scheme}`;
      const { wide, button } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        button: document.querySelector('a.btn')?.getBoundingClientRect().bottom ?? 0,
      }));
      if (wide > width) found.overflow.push(`${place}: ${wide}`);
      if (width === WIDTHS[0]) found.button = Math.max(found.button, Math.round(button));
      if (layout) continue;
      const { violations, incomplete } = await page.evaluate(
        (rules) => axe.run(document, { rules, resultTypes: ['violations', 'incomplete'] }),
        OF_PAGES,
      );
      const named = (all) => all.map(({ id, nodes }) => `${place}: ${id} ${nodes[0].target.join(' ')}`);
      found.violations.push(...named(violations));
      found.incomplete.push(...named(incomplete));
    }
  }
  return found;
}

/** A mail as programs show it that know nothing of dark style sheets. */
function undarkened(html) {
  return html
    .replaceAll(/<meta name="(supported-)?color-schemes?"[^>]*>/g, '')
    .replaceAll(/:root\s*\{[^}]*color-scheme[^}]*\}/g, '')
    .replaceAll(/@media \(prefers-color-scheme: ?dark\)\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');
}

/** Texts that cannot be read after the colours were turned over. */
async function turned(page, file) {
  const plain = file.replace(/\.html$/, '.turned.htm');
  fs.writeFileSync(plain, undarkened(fs.readFileSync(file, 'utf8')));
  const scale = 2;
  await page.setViewport({ width: 600, height: 800, deviceScaleFactor: scale });
  await page.goto(`file://${plain}`, { waitUntil: 'load' });
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
      // A line that has nothing but an emoji is a picture, not a text.
      const least = /\p{Extended_Pictographic}/u.test(node.data) ? 40 : 3;
      const range = document.createRange();
      range.selectNodeContents(node);
      // Runs of two directions have boxes of their own, with one for the blank between them: a line is one box.
      const lines = [];
      for (const { x, y, width, height } of [...range.getClientRects()].sort((a, b) => a.y - b.y || a.x - b.x)) {
        const last = lines.at(-1);
        if (last?.y === y && last.height === height && Math.abs(last.x + last.width - x) < 1) last.width = x + width - last.x;
        else lines.push({ x, y, width, height });
      }
      for (const { x, y, width, height } of lines) {
        if (width > least && height > 3) texts.push({ text: node.data.trim().slice(0, 30), x, y: y + scrollY, width, height });
      }
    }
    return texts;
  });
  const shot = PNG.sync.read(Buffer.from(await page.screenshot({ fullPage: true })));
  fs.rmSync(plain);
  const low = texts.map((text) => ({ ...text, contrast: contrast(shot, text, scale) }));
  return low.filter(({ contrast }) => contrast < LEGIBLE).map(({ text, contrast }) => `${contrast.toFixed(1)} ${text}`);
}

/** The ground is the colour that most of a text's box has; its ink is what differs most from that. */
function contrast({ data, width, height }, box, scale) {
  const counts = new Map();
  const [left, top] = [Math.max(0, Math.floor(box.x * scale)), Math.max(0, Math.floor(box.y * scale))];
  const [right, bottom] = [Math.min(width, Math.ceil((box.x + box.width) * scale)), Math.min(height, Math.ceil((box.y + box.height) * scale))];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4;
      const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const colours = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => luminance(colour));
  if (colours.length < 2) return 21;
  const ratio = (other) => (Math.max(colours[0], other) + 0.05) / (Math.min(colours[0], other) + 0.05);
  return Math.max(...colours.slice(1).map(ratio));
}

function luminance(colour) {
  const [red, green, blue] = [16, 8, 0].map((shift) => {
    const part = ((colour >> shift) & 255) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const layout = process.argv[2] === '--layout';
const files = process.argv.slice(layout ? 3 : 2).map((file) => path.resolve(file));
if (files.length === 0) {
  console.error(`usage: node ${path.basename(fileURLToPath(import.meta.url))} [--layout] FILE.html…`);
  process.exit(2);
}
const DARK = ['--enable-features=WebContentsForceDark', '--blink-settings=forceDarkModeEnabled=true'];
const browsers = await Promise.all(layout ? [open()] : [open(), open(...DARK)]);
const [plain, forced] = await Promise.all(browsers.map(page));
for (const file of files) {
  const [found, low] = await Promise.all([seen(plain, file, layout), layout ? [] : turned(forced, file)]);
  console.log(JSON.stringify({ file, ...found, turned: low }));
}
await Promise.all(browsers.map((browser) => browser.close()));
