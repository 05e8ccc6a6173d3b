import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sanitiseFileName } from '../../domain/export/file-name.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../domain/kernel/time.ts';
import type { Project } from '../../domain/project/project.ts';
import type { FilmArguments } from '../film-arguments.ts';
import type { StudioClient } from '../studio-client.ts';
import { formatUsd } from '../terminal/formats.ts';
import { type Terminal, timeLeft } from '../terminal/terminal.ts';

/** What `film --json` closes with. */
export interface FilmReport {
  readonly projectId: string;
  readonly output: string;
  readonly durationSeconds: number;
  readonly scenes: number;
  readonly shots: number;
  readonly jobs: { readonly done: number; readonly failed: number; readonly unknown: number };
  readonly costUsd: number;
  readonly elapsedSeconds: number;
}

interface Generated {
  readonly done: number;
  readonly failed: number;
  readonly unknown: number;
}

/** The main job: story → text → scenes → shots → takes → timeline → film. Throws what a call threw. */
export async function makeFilm(
  client: StudioClient,
  args: FilmArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<FilmReport> {
  const startedMs = performance.now();
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
  const { id: projectId } = project;
  if (created) terminal.say(`"${project.title}" is a new project (${projectId}).`);
  else if (changedBlocks > 0)
    terminal.say(`Continuing "${project.title}"; ${changedBlocks} paragraphs changed.`);
  else terminal.say(`Continuing "${project.title}".`);

  const breakdown = await client.scenes.breakDown({ projectId });
  terminal.say(`${breakdown.scenes} scenes, ${breakdown.shots} shots.`);

  let generated: Generated = { done: 0, failed: 0, unknown: 0 };
  if (args.provider !== 'animatic')
    generated = await generate(client, project, args, args.provider, terminal, signal);
  generated = add(generated, await generate(client, project, args, 'animatic', terminal, signal));

  await client.timeline.assemble({ projectId });
  const path = await outputPath(args, project);
  const film = await exportFilm(client, project, args, path, terminal, signal);
  const summary = await client.projects.get({ projectId });
  return {
    projectId,
    output: path,
    durationSeconds: flicksToSeconds(film.durationFlicks),
    scenes: breakdown.scenes,
    shots: breakdown.shots,
    jobs: generated,
    costUsd: summary.costUsdMicros / 1_000_000,
    elapsedSeconds: Math.round(performance.now() - startedMs) / 1000,
  };
}

async function generate(
  client: StudioClient,
  project: Project,
  args: FilmArguments,
  provider: FilmArguments['provider'],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Generated> {
  const choice = { provider, stillModel: null, clipModel: null, slate: args.slate };
  if (provider !== 'animatic') {
    const estimate = await client.jobs.estimate({ projectId: project.id, choice });
    for (const line of estimate.lines) terminal.say(`  ${line}`);
    const cap = args.maxCostUsdMicros === null ? 'no cap' : `cap ${formatUsd(args.maxCostUsdMicros)}`;
    terminal.say(`Estimate: ${formatUsd(estimate.costUsdMicros)} (${cap} for the whole project).`);
  }
  const events = await client.jobs.generate(
    {
      projectId: project.id,
      choice,
      maxCostUsdMicros: provider === 'animatic' ? null : args.maxCostUsdMicros,
    },
    { signal },
  );
  const label = provider === 'animatic' ? 'Animatic' : 'Generating';
  for (;;) {
    const { done, value } = await events.next();
    const ended = value.counts.done + value.counts.failed + value.counts.unknown;
    if (value.trouble !== null) terminal.say(value.trouble);
    if (value.total > 0) {
      const note = [`${ended} of ${value.total}`, timeLeft(value.secondsLeft)].filter(Boolean).join(', ');
      terminal.progress(label, ended / value.total, note);
    }
    if (done) {
      terminal.endProgress();
      return value.counts;
    }
  }
}

async function exportFilm(
  client: StudioClient,
  project: Project,
  args: FilmArguments,
  path: string,
  terminal: Terminal,
  signal: AbortSignal,
) {
  const events = await client.exports.start(
    { projectId: project.id, path, preset: 'h264-high', captions: args.captions },
    { signal },
  );
  for (;;) {
    const { done, value } = await events.next();
    if (done) {
      terminal.endProgress();
      return value;
    }
    const note = [`frame ${value.framesDone} of ${value.framesTotal}`, timeLeft(value.secondsLeft)];
    terminal.progress('Export', value.framesDone / value.framesTotal, note.filter(Boolean).join(', '));
  }
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

function add(a: Generated, b: Generated): Generated {
  return { done: a.done + b.done, failed: a.failed + b.failed, unknown: a.unknown + b.unknown };
}
