import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CaptionMode } from '../../domain/export/export-record.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { argumentSentence } from '../../hosting/argument-sentence.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import { type CommandContext, refuse, sayFault, wantsJson, withStudio } from '../command-context.ts';
import { exportWithProgress } from '../export-with-progress.ts';

interface ExportArguments {
  readonly project: string;
  readonly out: string;
  readonly captions: CaptionMode;
  readonly preset: string;
  readonly home: string | null;
  readonly json: boolean;
}

/** `export <project> --out FILE`: writes the timeline as it stands, without touching text or shots. */
export async function runExport(context: CommandContext): Promise<number> {
  const { terminal, signal } = context;
  const args = parseExportArguments(context.argv);
  if (!args.ok) return sayFault(terminal, args.fault, wantsJson(context.argv));
  const { home, json, captions, preset } = args.value;
  return withStudio(context, { what: 'export', readOnly: false, home, json }, async ({ client }) => {
    const { project } = await client.projects.find({ name: args.value.project });
    const wish = { projectId: project.id, path: resolve(args.value.out), preset, captions };
    const record = await exportWithProgress(client, wish, terminal, signal);
    terminal.print(json ? JSON.stringify(record) : `${record.path} is ready.`);
    return exitCodes.done;
  });
}

function parseExportArguments(argv: readonly string[]): Result<ExportArguments> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        out: { type: 'string' },
        captions: { type: 'string', default: 'burn' },
        preset: { type: 'string', default: 'standard' },
        home: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [project, more] = positionals;
    if (project === undefined) return refuse('No project was named.');
    if (more !== undefined) return refuse(`"${more}" is one word too many.`);
    if (values.out === undefined) return refuse('Where to? Say --out FILE.');
    const captions = CaptionMode.safeParse(values.captions);
    if (!captions.success)
      return refuse(`--captions takes ${CaptionMode.options.join(', ')}, not "${values.captions}".`);
    const { out, preset, home = null, json } = values;
    return ok({ project, out, captions: captions.data, preset, home, json });
  } catch (error) {
    return refuse(argumentSentence(error));
  }
}
