import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ok, type Result } from '../domain/kernel/result.ts';
import { argumentSentence } from '../hosting/argument-sentence.ts';
import { refuse } from './command-context.ts';

/** What `account` is told to do. */
export type AccountOrder = { readonly home: string | null; readonly json: boolean } & (
  | { readonly verb: 'status' | 'sign-out' }
  | { readonly verb: 'export'; readonly out: string }
  /** `email` is typed as a confirmation: a script that knows it means it. */
  | { readonly verb: 'delete'; readonly email: string }
);

export function parseAccountArguments(argv: readonly string[]): Result<AccountOrder> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        home: { type: 'string' },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
        confirm: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [verb = 'status', ...more] = positionals;
    if (more.length > 0) return refuse(`"${more[0]}" is one word too many.`);
    if (values.out !== undefined && verb !== 'export') return refuse('"--out" is for "account export".');
    if (values.confirm !== undefined && verb !== 'delete')
      return refuse('"--confirm" is for "account delete".');
    const common = { home: values.home ?? null, json: values.json };
    switch (verb) {
      case 'status':
      case 'sign-out':
        return ok({ verb, ...common });
      case 'export':
        if (values.out === undefined) return refuse('"account export" needs --out FILE.');
        return ok({ verb, out: resolve(values.out), ...common });
      case 'delete':
        if (values.confirm === undefined) {
          return refuse('"account delete" needs --confirm with the address of the account.');
        }
        return ok({ verb, email: values.confirm, ...common });
      default:
        return refuse(`"account" takes "sign-out", "export" or "delete", not "${verb}".`);
    }
  } catch (error) {
    return refuse(argumentSentence(error));
  }
}
