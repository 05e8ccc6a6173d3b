import { statfs } from 'node:fs/promises';
import type { DoctorFinding } from '../../contract/studio.ts';
import type { Store } from '../store/store.ts';
import type { StudioParts } from '../studio-parts.ts';

/** Files that are read again byte for byte; beyond, only their presence is checked. */
const verifiedBytesLimit = 2 * 1024 ** 3;
const lowDiskBytes = 1024 ** 3;

/** Looks at everything a film depends on and says what is well and what is not. Writes nothing. */
export async function examineStudio(parts: StudioParts): Promise<DoctorFinding[]> {
  const { store, styles, generators } = parts;
  return [
    {
      level: 'ok',
      topic: 'Node',
      message: `Node ${process.versions.node} on ${process.platform} ${process.arch}.`,
    },
    {
      level: 'ok',
      topic: 'Data folder',
      message: `${store.home}${store.readOnly ? ', opened to read only' : ''}.`,
    },
    ...store.notices.map(({ message }): DoctorFinding => ({ level: 'note', topic: 'Database', message })),
    ...examineProjects(store),
    await examineDisk(store.home),
    ...(await examineLibrary(parts)),
    {
      level: 'ok',
      topic: 'Generators',
      message: `${generators.map(({ provider, free }) => `${provider}${free ? ' (free)' : ''}`).join(', ')}.`,
    },
    { level: 'ok', topic: 'Looks', message: `${styles.join(', ')}; ${styles[0]} is the default.` },
  ];
}

function examineProjects(store: Store): DoctorFinding[] {
  const projects = store.projects();
  const unknown = projects
    .flatMap(({ id }) => store.rows('job', id))
    .filter(({ state }) => state === 'unknown');
  const findings: DoctorFinding[] = [
    { level: 'ok', topic: 'Projects', message: `${projects.length} in the database.` },
  ];
  if (unknown.length > 0) {
    findings.push({
      level: 'problem',
      topic: 'Jobs',
      message: `Jobs that may have been billed without a result: ${unknown.length}. None is sent again by itself; "jobs" lists them.`,
    });
  }
  return findings;
}

async function examineDisk(home: string): Promise<DoctorFinding> {
  try {
    const { bavail, bsize } = await statfs(home);
    const free = bavail * bsize;
    const message = `${(free / 1024 ** 3).toFixed(1)} GiB free where the data folder is.`;
    return { level: free < lowDiskBytes ? 'problem' : 'ok', topic: 'Disk', message };
  } catch (error) {
    return {
      level: 'problem',
      topic: 'Disk',
      message: `The free space cannot be read: ${(error as Error).message}.`,
    };
  }
}

async function examineLibrary({ store, library }: StudioParts): Promise<DoctorFinding[]> {
  const assets = new Map(
    store
      .projects()
      .flatMap(({ id }) => store.rows('asset', id))
      .map((asset) => [asset.id, asset]),
  );
  const findings: DoctorFinding[] = [];
  let read = 0;
  let present = 0;
  for (const asset of assets.values()) {
    const thorough = read + asset.bytes <= verifiedBytesLimit;
    if (thorough) read += asset.bytes;
    const checked = thorough ? await library.verify(asset.id) : library.assetPath(asset.id);
    if (checked.ok) present++;
    else {
      const message = `"${asset.name}": ${checked.fault.message}`;
      findings.push({ level: 'problem', topic: 'Library', message });
    }
  }
  const size = `${(read / 1024 ** 2).toFixed(0)} MiB read and compared with their digests`;
  return [
    { level: 'ok', topic: 'Library', message: `${present} of ${assets.size} files are there (${size}).` },
    ...findings,
  ];
}
