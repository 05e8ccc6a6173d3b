import { defineConfig } from 'vite';
import { rendererBuild } from './tools/renderer-build.ts';

/** The screen alone, for hosts that are no Electron. */
export default defineConfig(rendererBuild);
