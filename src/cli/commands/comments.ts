import { parseArgs } from 'node:util';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { FilmComment } from '../../contract/shares.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { argumentSentence } from '../../hosting/argument-sentence.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import { type CommandContext, refuse, sayFault, wantsJson, withStudio } from '../command-context.ts';

interface CommentsOrder {
  readonly project: string | null;
  readonly home: string | null;
  readonly json: boolean;
}

/** `comments [<project>]`: what was said of cuts, as far as it is known here; with a line, as far as it was said. */
export async function runComments(context: CommandContext): Promise<number> {
  const { terminal } = context;
  const order = parseCommentsArguments(context.argv);
  if (!order.ok) return sayFault(terminal, order.fault, wantsJson(context.argv));
  const { project: name, home, json } = order.value;
  return withStudio(context, { what: 'comments', readOnly: false, home, json }, async ({ client }) => {
    const mirrored = new Set((await client.sync.overview()).projects.map(({ projectId }) => projectId));
    const projects =
      name === null
        ? (await client.projects.list()).map(({ project }) => project).filter(({ id }) => mirrored.has(id))
        : [(await client.projects.find({ name })).project];
    const found: { readonly project: string; readonly title: string; readonly comments: FilmComment[] }[] =
      [];
    for (const { id: projectId, title } of projects) {
      // Without a line there is what was heard before, and that is said.
      await client.shares
        .exchangeComments({ projectId })
        .catch((error: unknown) => terminal.say(`${title}: ${faultOfCall(error).message}`));
      const { comments } = await client.shares.comments({ projectId, after: 0 });
      found.push({ project: projectId, title, comments });
    }
    if (json) terminal.print(JSON.stringify(found));
    else
      for (const { title, comments } of found)
        for (const line of linesOf(title, comments)) terminal.print(line);
    return exitCodes.done;
  });
}

function linesOf(title: string, comments: readonly FilmComment[]): string[] {
  const begun = comments
    .filter(({ parentId }) => parentId === null)
    .sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0));
  if (begun.length === 0) return [`${title}: no comments.`];
  const say = (said: FilmComment, indent: string): string => {
    const marks = [said.resolvedAtMs === null ? '' : ' (resolved)', said.waits ? ' (waits to be sent)' : ''];
    return `${indent}${said.name}${marks.join('')}: ${said.text.replaceAll('\n', `\n${indent}  `)}`;
  };
  return [
    `${title}:`,
    ...begun.flatMap((said) => [
      `  ${timeOf(said.atMs ?? 0)}  ${say(said, '')}`,
      ...comments.filter(({ parentId }) => parentId === said.id).map((answer) => say(answer, '         ')),
    ]),
  ];
}

function timeOf(ms: number): string {
  const s = Math.floor(ms / 1_000);
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
}

function parseCommentsArguments(argv: readonly string[]): Result<CommentsOrder> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { home: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [project = null, more] = positionals;
    if (more !== undefined) return refuse(`"${more}" is one word too many.`);
    return ok({ project, home: values.home ?? null, json: values.json });
  } catch (error) {
    return refuse(argumentSentence(error));
  }
}
