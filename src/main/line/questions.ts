import { fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { Answer, Question } from './studio-messages.ts';

type Table = { readonly [Name in string]: { readonly ask: unknown; readonly answer: unknown } };

/** How one side serves the questions of the other. A throw becomes a fault. */
export type Served<Questions> = {
  readonly [Name in keyof Questions]: Questions[Name] extends { ask: infer A; answer: infer R }
    ? (given: A) => Promise<Result<R>>
    : never;
};

export interface Asker<Questions> {
  ask<Name extends keyof Questions & string>(
    name: Name,
    given: Questions[Name] extends { ask: infer A } ? A : never,
  ): Promise<Result<Questions[Name] extends { answer: infer R } ? R : never>>;
  /** An answer that came over the line. */
  receive(answer: Answer): void;
  /** The other side is gone: open questions fail with this. */
  end(): void;
}

/** Asks the other side of a line. Nothing is asked twice: an open question fails with `studio.gone` when the side ends. */
export function createAsker<Questions>(send: (question: Question) => void): Asker<Questions> {
  const open = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  return {
    ask(name, given) {
      const id = ++lastId;
      const answer = new Promise<Result<unknown>>((resolve) => open.set(id, resolve));
      send({ kind: 'question', id, name, given });
      return answer as Promise<Result<never>>;
    },
    receive({ id, result }) {
      open.get(id)?.(result);
      open.delete(id);
    },
    end() {
      for (const settle of open.values()) {
        settle(fail('studio.gone', 'The studio ended before it answered. It is started again.'));
      }
      open.clear();
    },
  };
}

/** Serves a question of the other side, and always answers it. */
export async function serveQuestion<Questions>(
  served: Served<Questions>,
  { id, name, given }: Question,
): Promise<Answer> {
  const serve = (served as Served<Table>)[name];
  try {
    if (!Object.hasOwn(served as object, name) || serve === undefined) {
      throw new Error(`Nobody serves "${name}" here.`);
    }
    const result = await serve(given);
    return { kind: 'answer', id, result: result.ok ? ok(result.value) : result };
  } catch (thrown) {
    return { kind: 'answer', id, result: { ok: false, fault: faultOf(thrown) } };
  }
}
