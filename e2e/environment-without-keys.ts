import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Keys that whoever runs the tests may have: no test may find one of them, or pay with it. */
const keyVariables = new Set([
  'FAL_KEY',
  'FAL_KEY_ID',
  'FAL_KEY_SECRET',
  'REPLICATE_API_TOKEN',
  'GEMINI_API_KEY',
  'GOOGLE_API_KEY',
  'OPENAI_API_KEY',
  'OPENROUTER_API_KEY',
  'CLOUDFLARE_ACCOUNT_ID',
  'CLOUDFLARE_API_TOKEN',
  'REELWRIGHT_HOME',
]);

/**
 * The environment of the tests without any provider's key and without a data folder. What Node has compiled once it
 * reads: the specs start the same modules a hundred times, and half of each start is compiling.
 */
export function environmentWithoutKeys(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !keyVariables.has(name));
  return { NODE_COMPILE_CACHE: join(tmpdir(), 'reelwright-compile-cache'), ...Object.fromEntries(kept) };
}
