import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether something built is missing or older than anything it is made of. */
export function isStale(root, built, sources) {
  const ages = built.map((name) => statSync(join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return newest(sources.map((name) => join(root, name))) >= Math.min(...ages);
}

function newest(paths) {
  let newestMs = 0;
  for (const path of paths) {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) continue;
    newestMs = Math.max(newestMs, facts.mtimeMs);
    if (facts.isDirectory())
      newestMs = Math.max(newestMs, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return newestMs;
}
