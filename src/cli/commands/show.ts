import { formatUsd } from '../../domain/jobs/money.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import type { CommandContext } from '../command-context.ts';
import { runReadingCommand } from '../run-reading-command.ts';
import { countOf, formatDuration } from '../terminal/formats.ts';

/** `show <project>`: one project in a few lines. */
export async function runShow(context: CommandContext): Promise<number> {
  return runReadingCommand(
    context,
    { what: 'show', subject: 'needed' },
    async ({ client, subject, json, print }) => {
      const summary = await client.projects.find({ name: subject ?? '' });
      const { project, jobs } = summary;
      const scenes = await client.scenes.list({ projectId: project.id });
      const exported = (await client.exports.list({ projectId: project.id })).filter(
        ({ state }) => state === 'done',
      );
      if (json) {
        print(JSON.stringify({ ...summary, sceneList: scenes, exports: exported }));
        return exitCodes.done;
      }
      const lines = [
        project.title,
        `  id        ${project.id}`,
        `  source    ${project.sourcePath ?? project.sourceName} (${project.sourceKind})`,
        `  picture   ${project.aspect}, ${project.widthPx} × ${project.heightPx}, ${(project.fpsNum / project.fpsDen).toFixed(3).replace(/\.?0+$/, '')} frames a second, look "${project.style}"`,
        `  film      ${countOf(summary.scenes, 'scene')}, ${countOf(summary.shots, 'shot')}, ${formatDuration(summary.durationFlicks)}`,
        `  jobs      ${jobs.done} done, ${jobs.open} open, ${jobs.failed} failed, ${jobs.unknown} unknown; ${formatUsd(summary.costUsdMicros)} spent`,
        ...scenes.map((scene, i) => `  ${String(scene.number ?? i + 1).padStart(5)}   ${scene.heading}`),
        ...exported.slice(-1).map(({ path }) => `  newest film: ${path}`),
      ];
      for (const line of lines) print(line);
      return exitCodes.done;
    },
  );
}
