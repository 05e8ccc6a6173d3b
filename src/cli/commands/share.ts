import type { StudioClient } from '../../contract/contract.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import type { ShareLink } from '../../domain/sync/share-messages.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import { type CommandContext, sayFault, wantsJson, withStudio } from '../command-context.ts';
import { parseShareArguments, type ShareOrder } from '../share-arguments.ts';
import { formatTable } from '../terminal/formats.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What a verb of `share` came to: for scripts, and in lines for a person. */
interface Outcome {
  readonly json: unknown;
  readonly lines: readonly string[];
}

/** `share <project>`: publishes the cut and makes a link; `share list [<project>]`, `share revoke ID`. */
export async function runShare(context: CommandContext): Promise<number> {
  const { terminal, signal } = context;
  const order = parseShareArguments(context.argv);
  if (!order.ok) return sayFault(terminal, order.fault, wantsJson(context.argv));
  const { home, json } = order.value;
  const password =
    order.value.verb === 'make' && order.value.passwordFromStdin ? await firstLineOf(process.stdin) : null;
  return withStudio(context, { what: 'share', readOnly: false, home, json }, async ({ client }) => {
    const outcome = await carryOut(client, order.value, password, terminal, signal);
    if (json) terminal.print(JSON.stringify(outcome.json));
    else for (const line of outcome.lines) terminal.print(line);
    return exitCodes.done;
  });
}

async function carryOut(
  client: StudioClient,
  order: ShareOrder,
  password: string | null,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Outcome> {
  switch (order.verb) {
    case 'make': {
      const { project } = await client.projects.find({ name: order.project });
      const projectId = project.id;
      if (order.publishes) await publish(client, projectId, order.shortSidePx, terminal, signal);
      const expiresAtMs = order.lastsMs === null ? null : Date.now() + order.lastsMs;
      const link = await client.shares.create({ projectId, title: order.title, expiresAtMs, password });
      return { json: link, lines: [link.url] };
    }
    case 'list': {
      const links = await linksOf(client, order.project);
      return { json: links, lines: tableOf(links) };
    }
    case 'revoke': {
      const found = (await linksOf(client, null)).find(({ link }) => link.id === order.shareId);
      if (found === undefined) {
        const message = `There is no link "${order.shareId}". Nothing was changed; see "share list".`;
        throw new FaultError({ code: 'sync.no-share', message });
      }
      const link = await client.shares.revoke({ projectId: found.projectId, shareId: order.shareId });
      return { json: link, lines: [`${order.shareId} opens nothing any more.`] };
    }
  }
}

/** Ctrl-C (through `signal`) cancels; links show what they showed before. */
async function publish(
  client: StudioClient,
  projectId: ProjectId,
  shortSidePx: number | null,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const order = { projectId, preset: 'standard', captions: 'sidecar', shortSidePx } as const;
  const labels = { writing: 'Writing', sending: 'Sending' } as const;
  for await (const { stage, done, total } of await client.shares.publish(order, { signal })) {
    terminal.progress(labels[stage], done / total, stage === 'writing' ? `frame ${done} of ${total}` : '');
  }
  terminal.endProgress();
}

interface LinkOfProject {
  readonly projectId: ProjectId;
  readonly project: string;
  readonly link: ShareLink;
}

/** Of one project, or of all that are kept the same at the service. */
async function linksOf(client: StudioClient, name: string | null): Promise<LinkOfProject[]> {
  const mirrored = new Set((await client.sync.overview()).projects.map(({ projectId }) => projectId));
  const projects =
    name === null
      ? (await client.projects.list()).map(({ project }) => project).filter(({ id }) => mirrored.has(id))
      : [(await client.projects.find({ name })).project];
  const links: LinkOfProject[] = [];
  for (const { id: projectId, title: project } of projects) {
    for (const link of await client.shares.list({ projectId })) links.push({ projectId, project, link });
  }
  return links;
}

function tableOf(links: readonly LinkOfProject[]): readonly string[] {
  if (links.length === 0) return ['There are no links. Make one with: share <project>'];
  const nowMs = Date.now();
  const rows = links.map(({ project, link }) => [
    link.id,
    link.title || '–',
    stateOf(link, nowMs),
    link.hasPassword ? 'yes' : 'no',
    link.commentsClosedAtMs === null ? 'open' : 'closed',
    project,
  ]);
  return formatTable(['id', 'title', 'state', 'password', 'comments', 'project'], rows);
}

function stateOf({ revokedAtMs, expiresAtMs }: ShareLink, nowMs: number): string {
  if (revokedAtMs !== null) return 'revoked';
  if (expiresAtMs === null) return 'holds';
  const day = new Date(expiresAtMs).toISOString().slice(0, 10);
  return expiresAtMs <= nowMs ? `ended ${day}` : `until ${day}`;
}

async function firstLineOf(stream: AsyncIterable<Buffer | string>): Promise<string> {
  let text = '';
  for await (const piece of stream) {
    text += piece.toString();
    if (text.includes('\n') || text.length > 1_000) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? '';
}
