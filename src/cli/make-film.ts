import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { StudioClient } from '../contract/contract.ts';
import { sanitiseFileName } from '../domain/export/sanitise-file-name.ts';
import { usdMicrosPerUsd } from '../domain/jobs/money.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import { type Fault, FaultError } from '../domain/kernel/result.ts';
import { flicksToSeconds } from '../domain/kernel/time.ts';
import type { Project } from '../domain/project/project.ts';
import { exportWithProgress } from './export-with-progress.ts';
import type { FilmArguments } from './film-arguments.ts';
import { type Generated, generateWithProgress } from './generate-with-progress.ts';
import { drawnMakers, isPaidMaker, paidMakers, paidOf } from './paid-makers.ts';
import { readWithProgress } from './read-with-progress.ts';
import { soundWithProgress } from './sound-with-progress.ts';
import { countOf } from './terminal/formats.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What `film --json` closes with. */
export interface FilmReport {
  readonly projectId: string;
  readonly output: string;
  readonly durationSeconds: number;
  readonly scenes: number;
  readonly shots: number;
  readonly jobs: Generated;
  readonly costUsd: number;
  readonly elapsedSeconds: number;
}

/** Story → text → scenes → shots → takes → timeline → film. Throws what a call threw. */
export async function makeFilm(
  client: StudioClient,
  args: FilmArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<FilmReport> {
  const startedMs = performance.now();
  const startedAtMs = Date.now();
  const { project, created, changedBlocks } = await client.projects.openStory({
    path: resolve(args.story),
    settings: {
      aspect: args.aspect,
      heightPx: args.heightPx,
      fpsNum: args.rate.num,
      fpsDen: args.rate.den,
      style: args.style,
    },
    fresh: args.fresh,
  });
  terminal.say(openingWords(project, created, changedBlocks));
  const { id: projectId } = project;
  const path = await outputPath(args, project);
  await client.exports.check({ projectId, path });
  let breakdown: { scenes: number; shots: number } = await client.scenes.breakDown({ projectId });
  terminal.say(`${countOf(breakdown.scenes, 'scene')}, ${countOf(breakdown.shots, 'shot')}.`);

  if (args.breakdown !== null) {
    await readWithProgress(client, projectId, args.breakdown, args.maxCostUsdMicros, terminal, signal);
    const [scenes, shots] = [client.scenes.list({ projectId }), client.shots.list({ projectId })];
    breakdown = { scenes: (await scenes).length, shots: (await shots).length };
  }

  const paid =
    paidOf(args.makers).length === 0
      ? null
      : await generateWithProgress(client, projectId, args, args.makers, terminal, signal);
  if (paid !== null && paid.failed > 0) await requireAcceptedKey(client, projectId, startedAtMs);
  // What no paid take covers is drawn, so that the film is whole whatever happened at the provider.
  const drawn = await generateWithProgress(client, projectId, args, drawnMakers, terminal, signal);
  if (drawn.failed > 0) throw new FaultError(undrawn(drawn.failed));

  const most = args.sound ? args.maxCostUsdMicros : null;
  const heard = most === null ? null : await soundWithProgress(client, projectId, most, terminal, signal);

  await client.timeline.assemble({ projectId });
  const wish = { projectId, path, preset: 'standard', captions: args.captions };
  const film = await exportWithProgress(client, wish, terminal, signal);
  const { costUsdMicros } = await client.projects.get({ projectId });
  return {
    projectId,
    output: path,
    durationSeconds: flicksToSeconds(film.durationFlicks),
    scenes: breakdown.scenes,
    shots: breakdown.shots,
    jobs: {
      done: drawn.done + (paid?.done ?? 0) + (heard?.done ?? 0),
      failed: drawn.failed + (paid?.failed ?? 0) + (heard?.failed ?? 0),
      unknown: drawn.unknown + (paid?.unknown ?? 0) + (heard?.unknown ?? 0),
    },
    costUsd: costUsdMicros / usdMicrosPerUsd,
    elapsedSeconds: Math.round(performance.now() - startedMs) / 1000,
  };
}

/** A refused key spoils every paid shot: the person wants to correct it, and not a film without what was asked for. */
async function requireAcceptedKey(
  client: StudioClient,
  projectId: ProjectId,
  sinceMs: number,
): Promise<void> {
  const jobs = await client.jobs.list({ projectId });
  const refused = jobs.find(
    ({ faultCode, finishedAtMs }) => faultCode === 'provider.key-refused' && (finishedAtMs ?? 0) >= sinceMs,
  );
  if (refused === undefined) return;
  const name = isPaidMaker(refused.provider) ? paidMakers[refused.provider].name : refused.provider;
  throw new FaultError({
    code: 'provider.key-refused',
    message: `${name} refused the key, so no film was written. The project, its shots and what was made before are kept. Correct the key and give the same command again, or leave ${name} away for the free animatic.`,
  });
}

/** A film with holes is not complete. */
function undrawn(jobs: number): Fault {
  return {
    code: 'film.incomplete',
    message: `${countOf(jobs, 'drawing')} could not be made, so no film was written. What was made is kept; "npm run reelwright -- jobs" says why, and the same command tries again what is missing.`,
  };
}

function openingWords(project: Project, created: boolean, changedBlocks: number): string {
  if (created) return `"${project.title}" is a new project (${project.id}).`;
  if (changedBlocks === 0) return `Continuing "${project.title}" (${project.id}).`;
  return `Continuing "${project.title}" (${project.id}); ${countOf(changedBlocks, 'paragraph')} changed.`;
}

async function outputPath(args: FilmArguments, project: Project): Promise<string> {
  if (args.out !== null) return resolve(args.out);
  const path = resolve(join('out', `${sanitiseFileName(project.title)}.mp4`));
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw new FaultError({
      code: 'export.folder-unusable',
      message: `The folder ${dirname(path)} cannot be made (${(error as Error).message}). The project and its shots are kept. Choose another place with --out.`,
    });
  }
  return path;
}
