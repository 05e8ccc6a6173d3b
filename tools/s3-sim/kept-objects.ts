import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partOf, type SimObject } from './sim-objects.ts';

/** A map of objects that outlives the stand-in: each is a file with its key and kind beside it. */
export function keptObjects(folder: string): Map<string, SimObject> {
  mkdirSync(folder, { recursive: true });
  const pathOf = (key: string): string => join(folder, createHash('sha256').update(key).digest('hex'));
  class Kept extends Map<string, SimObject> {
    override set(key: string, object: SimObject): this {
      const { bytes, ...facts } = object;
      writeFileSync(pathOf(key), bytes);
      writeFileSync(`${pathOf(key)}.json`, JSON.stringify({ key, ...facts }));
      return super.set(key, object);
    }
    override delete(key: string): boolean {
      for (const path of [pathOf(key), `${pathOf(key)}.json`]) rmSync(path, { force: true });
      return super.delete(key);
    }
  }
  const kept = new Kept();
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
    const { key, ...facts } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const bytes = readFileSync(pathOf(key));
    kept.set(key, { ...partOf(bytes), ...facts, bytes });
  }
  return kept;
}
