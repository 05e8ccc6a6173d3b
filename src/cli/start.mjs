#!/usr/bin/env node
import module from 'node:module';
import { requireNode } from '../../tools/require-node.mjs';

requireNode();
// Halves the time to the first word: compiled code is kept in the system's cache folder.
module.enableCompileCache();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
