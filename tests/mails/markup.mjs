// Mails' HTML by the standard, and by what tools that read aloud need.
//
// usage: node markup.mjs FILE.html…   prints one line of JSON a file with faults
import fs from 'node:fs';
import { HtmlValidate } from 'html-validate';

const rules = JSON.parse(fs.readFileSync(new URL('./markup.json', import.meta.url)));
const validator = new HtmlValidate(rules);
for (const file of process.argv.slice(2)) {
  const { results } = validator.validateStringSync(fs.readFileSync(file, 'utf8'));
  const faults = results.flatMap(({ messages }) => messages).filter(({ severity }) => severity === 2);
  if (faults.length) console.log(JSON.stringify({ file, faults: faults.map(({ ruleId, line, message }) => `${line}: ${ruleId}: ${message}`) }));
}
