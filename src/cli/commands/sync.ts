import { parseArgs } from 'node:util';
import type { StudioClient } from '../../contract/contract.ts';
import type { SyncOverview } from '../../contract/sync.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { argumentSentence } from '../../hosting/argument-sentence.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import { type CommandContext, refuse, sayFault, wantsJson, withStudio } from '../command-context.ts';
import { listSync } from '../list-sync.ts';

interface SyncOrder {
  /** Exchange first, of this project or of all; null only looks. */
  readonly now: { readonly project: string | null } | null;
  readonly home: string | null;
  readonly json: boolean;
}

/** `sync`: how projects stand with the other devices; `sync now [<project>]` sends and receives first. */
export async function runSync(context: CommandContext): Promise<number> {
  const { terminal } = context;
  const order = parseSyncArguments(context.argv);
  if (!order.ok) return sayFault(terminal, order.fault, wantsJson(context.argv));
  const { now, home, json } = order.value;
  // Through the studio that is running, where one is: it alone knows what it has sent and heard.
  return withStudio(context, { what: 'sync', readOnly: false, home, json }, async ({ client }) => {
    const overview = now === null ? await client.sync.overview() : await exchange(client, now.project);
    const titles = new Map((await client.projects.list()).map(({ project }) => [project.id, project.title]));
    if (json) terminal.print(JSON.stringify(overview));
    else for (const line of listSync(overview, titles)) terminal.print(line);
    return exitCodes.done;
  });
}

async function exchange(client: StudioClient, name: string | null): Promise<SyncOverview> {
  const projectId = name === null ? null : (await client.projects.find({ name })).project.id;
  return client.sync.now({ projectId });
}

export function parseSyncArguments(argv: readonly string[]): Result<SyncOrder> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { home: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [verb, project, ...more] = positionals;
    if (verb !== undefined && verb !== 'now') return refuse(`"sync" takes "now", not "${verb}".`);
    if (more.length > 0) return refuse(`"${more[0]}" is one word too many.`);
    const now = verb === undefined ? null : { project: project ?? null };
    return ok({ now, home: values.home ?? null, json: values.json });
  } catch (error) {
    return refuse(argumentSentence(error));
  }
}
