import { homedir } from 'node:os';
import { withoutWords } from '../logs/log.ts';
import { freeBytes } from '../storage/measure-storage.ts';
import type { StudioParts } from '../studio-parts.ts';
import { examineStudio } from './examine-studio.ts';

const lastLines = 400;
/** Preferences whose values are words of our own. Of the others only that they are set is told. */
const plainPreferences = new Set(['theme', 'language']);

/** A report for others to read: how the studio is set up and what happened lately. No keys, no words of a story, no names. */
export async function writeDiagnostics(parts: StudioParts): Promise<{ fileName: string; text: string }> {
  const { clock, host, store, preferences, log, secrets, activities, notices } = parts;
  const time = new Date(clock.nowMs()).toISOString();
  const counts = store.projects().map(({ id }, i) => {
    const count = (entity: 'block' | 'scene' | 'shot' | 'take' | 'job' | 'item'): string =>
      `${store.rows(entity, id).length} ${entity}s`;
    return `project ${i + 1}: ${(['block', 'scene', 'shot', 'take', 'job', 'item'] as const).map(count).join(', ')}`;
  });
  const sections: [string, readonly string[]][] = [
    [
      'Versions',
      [
        `Reelwright ${host.version} (${host.kind})`,
        `Node ${process.versions.node}, V8 ${process.versions.v8}${electronVersion()}`,
        `${process.platform} ${process.arch}`,
        `free disk: ${(await freeBytes(store.home)) ?? 'unknown'} bytes`,
      ],
    ],
    [
      'Preferences',
      Object.entries(preferences.all()).map(
        ([name, value]) => `${name}: ${plainPreferences.has(name) ? JSON.stringify(value) : 'set'}`,
      ),
    ],
    [
      'Providers',
      await Promise.all(
        parts.generators.map(
          async ({ provider, free, ready }) =>
            `${provider}: ${free ? 'free' : 'paid'}, ${((await ready?.()) ?? { ok: true }).ok ? 'ready' : 'not ready'}`,
        ),
      ),
    ],
    ['Projects', counts],
    [
      'Activities',
      activities.list().map(({ kind, state, done, total }) => `${kind} ${state} ${done}/${total}`),
    ],
    [
      'Notices',
      notices
        .list()
        .slice(0, 40)
        .map(({ atMs, level, code }) => `${new Date(atMs).toISOString()} ${level} ${code}`),
    ],
    [
      'Findings',
      (await examineStudio(parts)).map(
        ({ level, topic, message }) => `${level} ${topic}: ${withoutWords(message)}`,
      ),
    ],
    [`Log, last ${lastLines} lines`, log.tail(lastLines)],
  ];
  const text = [
    `Reelwright diagnostics, ${time}`,
    ...sections.flatMap(([title, lines]) => ['', `== ${title}`, ...(lines.length === 0 ? ['none'] : lines)]),
    '',
  ].join('\n');
  return {
    fileName: `reelwright-diagnostics-${time.replaceAll(':', '-').slice(0, 19)}.txt`,
    text: shortenHome(secrets.hide(text), store.home),
  };
}

function electronVersion(): string {
  const { electron } = process.versions as { electron?: string };
  return electron === undefined ? '' : `, Electron ${electron}`;
}

/** A home folder's path has a person's name in it. */
function shortenHome(text: string, home: string): string {
  return text.replaceAll(home, '<data folder>').replaceAll(homedir(), '~');
}
