// Order mails of other open packages, made from their own published templates with one small order.
//
// usage: node make.mjs   prints JSON: name, subject, HTML, and the text part if the package makes one
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const folder = (name) => path.join(import.meta.dirname, 'node_modules', name);
const read = (...parts) => fs.readFileSync(path.join(...parts), 'utf8');
const version = (name) => JSON.parse(read(folder(name), 'package.json')).version;

const LINES = [
  { name: 'Sea salt, coarse, 500 g', quantity: 2, total: 1180, image: 'https://shop.example.com/salt.jpg' },
  { name: 'Oak board, oiled', quantity: 1, total: 3400, image: 'https://shop.example.com/board.jpg' },
  { name: 'Linen towel', quantity: 1, total: 1250, image: 'https://shop.example.com/towel.jpg' },
];
const TOTAL = 6320;
const PAGE = 'https://shop.example.com/orders/HP-10427';
const money = (minor) => `€${(minor / 100).toFixed(2)}`;

/** https://github.com/vendure-ecommerce/vendure: Handlebars that make MJML. */
async function vendure() {
  const Handlebars = require('handlebars');
  const mjml = require('mjml');
  const templates = path.join(folder('@vendure/email-plugin'), 'templates');
  const engine = Handlebars.create();
  for (const part of ['header', 'footer']) engine.registerPartial(part, read(templates, 'partials', `${part}.hbs`));
  engine.registerHelper('formatMoney', (minor) => money(minor ?? 0));
  engine.registerHelper('formatDate', () => 'Nov 26 2026');
  const order = {
    code: 'HP-10427',
    currencyCode: 'EUR',
    total: TOTAL,
    totalWithTax: TOTAL,
    subTotalWithTax: 5830,
    customer: { firstName: 'Zoe', lastName: 'Miller' },
    shippingAddress: { fullName: 'Zoe Miller', streetLine1: '1 Main Street', city: 'Springfield', postalCode: '12345', country: 'USA' },
    lines: LINES.map((line) => ({
      quantity: line.quantity,
      productVariant: { name: line.name },
      featuredAsset: { preview: line.image },
      discountedLinePriceWithTax: line.total,
    })),
  };
  const shippingLines = [{ shippingMethod: { name: 'Standard' }, priceWithTax: 490 }];
  const source = engine.compile(read(templates, 'order-confirmation', 'body.hbs'))({ order, shippingLines });
  const { html } = await mjml(source);
  return { name: 'Vendure (MJML)', version: version('@vendure/email-plugin'), html };
}

/** https://github.com/eladnava/mailgen */
function mailgen() {
  const Mailgen = require('mailgen');
  const generator = new Mailgen({ theme: 'default', product: { name: 'Harbour Pantry', link: 'https://shop.example.com' } });
  const body = {
    name: 'Zoe',
    intro: 'Your order HP-10427 has been processed successfully.',
    table: { data: LINES.map(({ name, quantity, total }) => ({ item: name, quantity: String(quantity), price: money(total) })) },
    action: { instructions: 'You can check the status of your order:', button: { text: 'View your order', link: PAGE } },
    outro: 'We thank you for your purchase.',
  };
  return { name: 'Mailgen', version: version('mailgen'), html: generator.generate({ body }), text: generator.generatePlaintext({ body }) };
}

/** https://github.com/foundation/foundation-emails: Inky and an own style sheet, inlined. */
function foundation() {
  const { Inky } = require('inky');
  // The one that Inky itself loads.
  const cheerio = require('cheerio');
  const juice = require('juice');
  const css = read(folder('foundation-emails'), 'dist', 'foundation-emails.css');
  const page = read(folder('foundation-emails'), 'templates', 'order.html');
  const body = new Inky().releaseTheKraken(cheerio.load(page)).replace(/<\/?(html|head|body)>/g, '');
  const html =
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">' +
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">' +
    `<meta name="viewport" content="width=device-width"><title>Your order</title><style>${css}</style></head>` +
    `<body><table class="body"><tr><td class="center" align="center" valign="top"><center>${body}</center></td></tr></table></body></html>`;
  return { name: 'Foundation for Emails', version: version('foundation-emails'), html: juice(html) };
}

/** https://github.com/resend/react-email: of its starter the mail that is nearest to an order's. */
async function react() {
  const { build } = require('esbuild');
  const made = path.join(import.meta.dirname, 'node_modules', '.made.mjs');
  await build({
    stdin: {
      contents:
        `import { createElement } from 'react'; import { render } from 'react-email';` +
        `import Mail from ${JSON.stringify(path.join(folder('create-email'), 'template/emails/stripe-welcome.tsx'))};` +
        `export const html = await render(createElement(Mail)); export const text = await render(createElement(Mail), { plainText: true });`,
      resolveDir: import.meta.dirname,
      loader: 'js',
    },
    bundle: true, format: 'esm', platform: 'node', jsx: 'automatic', packages: 'external', outfile: made,
  });
  const { html, text } = await import(pathToFileURL(made));
  return { name: 'React Email', version: version('react-email'), html, text };
}

/** https://github.com/mailgun/transactional-email-templates */
function mailgun() {
  const templates = require('transactional-email-templates');
  const html = templates.billing({
    title: 'Paid',
    headline: `${money(TOTAL)} Paid`,
    addressElements: ['Zoe Miller', 'Order HP-10427', 'November 26 2026'],
    lineItems: LINES.map(({ name, total }) => ({ title: name, amount: (total / 100).toFixed(2) })),
    link: PAGE,
    linkCTA: 'View in browser',
    byline: 'Harbour Pantry, 1 Quay, 20457 Hamburg',
    footerText: 'Questions? Email ',
    footerLink: 'mailto:help@shop.example.com',
    footerLinkText: 'help@shop.example.com',
    currency: '€',
    totalCost: (TOTAL / 100).toFixed(2),
  });
  return { name: 'Mailgun billing', version: version('transactional-email-templates'), html };
}

const made = [];
for (const make of [vendure, mailgen, foundation, react, mailgun]) {
  try {
    made.push({ text: null, ...(await make()) });
  } catch (error) {
    console.error(`${make.name}: ${error.message.split('\n')[0]}`);
    process.exitCode = 1;
  }
}
console.log(JSON.stringify(made));
