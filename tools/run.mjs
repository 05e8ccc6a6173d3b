/** `node tools/run.mjs vitest run …`: starts a package's program on the Node that the project needs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode } from './require-node.mjs';

requireNode();

const [name = ''] = process.argv.splice(2, 1);
const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
const program = join(dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
process.argv[1] = program;
await import(pathToFileURL(program).href);
