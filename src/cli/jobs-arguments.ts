import { parseArgs } from 'node:util';
import { ok, type Result } from '../domain/kernel/result.ts';
import { argumentSentence } from '../hosting/argument-sentence.ts';
import { refuse } from './command-context.ts';

/** What `jobs` is asked to do. */
export type JobsOrder =
  | { readonly kind: 'list'; readonly project: string | null }
  | { readonly kind: 'cancel' | 'retry'; readonly jobId: string }
  | { readonly kind: 'pause' | 'resume' }
  | { readonly kind: 'find-paid'; readonly adopt: boolean }
  | { readonly kind: 'import'; readonly requestId: string; readonly project: string };

export interface JobsArguments {
  readonly order: JobsOrder;
  readonly home: string | null;
  readonly json: boolean;
}

export function parseJobsArguments(argv: readonly string[]): Result<JobsArguments> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        home: { type: 'string' },
        json: { type: 'boolean', default: false },
        adopt: { type: 'boolean', default: false },
        import: { type: 'string' },
        to: { type: 'string' },
      },
      allowPositionals: true,
    });
    const order = orderOf(positionals, values);
    return order.ok ? ok({ order: order.value, home: values.home ?? null, json: values.json }) : order;
  } catch (error) {
    return refuse(argumentSentence(error));
  }
}

function orderOf(
  [word, id, ...more]: readonly string[],
  options: {
    readonly adopt: boolean;
    readonly import?: string | undefined;
    readonly to?: string | undefined;
  },
): Result<JobsOrder> {
  if (more[0] !== undefined) return refuse(`"${more[0]}" is one word too many.`);
  const isSearch = word === 'find-paid';
  if (!isSearch && (options.adopt || options.import !== undefined || options.to !== undefined)) {
    return refuse('--adopt, --import and --to belong to "jobs find-paid".');
  }
  switch (word) {
    case 'cancel':
    case 'retry':
      if (id === undefined)
        return refuse(`No job was named: "jobs ${word} ID" takes the id that "jobs" shows.`);
      return ok({ kind: word, jobId: id });
    case 'pause':
    case 'resume':
    case 'find-paid':
    case undefined:
      break;
    default:
      if (id !== undefined) return refuse(`"${id}" is one word too many.`);
      return ok({ kind: 'list', project: word });
  }
  if (id !== undefined) return refuse(`"${id}" is one word too many.`);
  if (word === undefined) return ok({ kind: 'list', project: null });
  if (word !== 'find-paid') return ok({ kind: word });
  if (options.import === undefined) return ok({ kind: 'find-paid', adopt: options.adopt });
  if (options.to === undefined) return refuse('Say with --to which project it should be brought into.');
  return ok({ kind: 'import', requestId: options.import, project: options.to });
}
