/**
 * Writes THIRD-PARTY-NOTICES.md: every package that the product ships, with its version, licence and source, and the
 * licence texts that must travel along. Development tools and other platforms' packages are left out.
 * `node tools/third-party-notices.mjs --check` fails when the file is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const families = [
  [/^@seydx\/node-av-/, '@seydx/node-av-<platform>'],
  [/^@napi-rs\/canvas-/, '@napi-rs/canvas-<platform>'],
  [/^node-(linux|win)-/, null],
];

const shipped = new Map();
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.dev || entry.devOptional || !existsSync(new URL(path, root))) continue;
  const own = path.split('node_modules/').at(-1);
  const family = families.find(([pattern]) => pattern.test(own));
  if (family && family[1] === null) continue;
  const manifest = JSON.parse(read(`${path}/package.json`));
  const repository = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url;
  shipped.set(family?.[1] ?? own, {
    version: entry.version,
    licence:
      typeof manifest.license === 'string'
        ? manifest.license
        : (manifest.license?.type ?? 'see its licence text'),
    source: (repository ?? manifest.homepage ?? '').replace(/^git\+|\.git$/g, '').replace(/^git:/, 'https:'),
    text: licenceText(path),
  });
}

function licenceText(path) {
  const name = readdirSync(new URL(path, root)).find((file) =>
    /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(file),
  );
  return name === undefined ? null : read(`${path}/${name}`).trim().replaceAll('\r\n', '\n');
}

const names = [...shipped.keys()].sort();
const texts = new Map();
for (const name of names) {
  const { text } = shipped.get(name);
  if (text !== null) texts.set(text, [...(texts.get(text) ?? []), name]);
}

const lines = [
  '# Third-party notices',
  '',
  'Reelwright is licensed under GPL-3.0-or-later (see LICENSE). It is shipped with the packages below. This file is',
  'written by `node tools/third-party-notices.mjs`; change that, not this.',
  '',
  '## FFmpeg',
  '',
  'The `@seydx/node-av-<platform>` packages contain FFmpeg 8.1 built with GPLv3 parts (x264, x265 and others) and with',
  'the Fraunhofer FDK AAC library, whose licence is not compatible with the GPL. Reelwright never calls FDK AAC: sound is',
  'encoded with FFmpeg’s own AAC encoder. docs/adr/0004-licence.md says what that means for distribution. FFmpeg’s',
  'source: https://ffmpeg.org/download.html; the build: https://github.com/seydx/node-av.',
  '',
  '## Packages',
  '',
  '| package | version | licence | source |',
  '|---|---|---|---|',
  ...names.map((name) => {
    const { version, licence, source } = shipped.get(name);
    return `| ${name} | ${version} | ${licence} | ${source} |`;
  }),
  '',
  '## Licence texts',
  '',
];
for (const [text, owners] of texts) lines.push(`### ${owners.join(', ')}`, '', '```text', text, '```', '');

const file = new URL('THIRD-PARTY-NOTICES.md', root);
const wanted = `${lines.join('\n').trimEnd()}\n`;
if (process.argv.includes('--check')) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
    console.error('THIRD-PARTY-NOTICES.md is out of date: run "node tools/third-party-notices.mjs".');
    process.exit(1);
  }
} else {
  writeFileSync(file, wanted);
  console.log(`third-party-notices: ${names.length} packages`);
}
