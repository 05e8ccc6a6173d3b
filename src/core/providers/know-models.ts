import type { PictureMakers } from '../pipeline/shots-to-jobs/picture-makers.ts';
import type { Generator } from '../ports/generator.ts';

interface Models {
  readonly stillModel: string | null;
  readonly clipModel: string | null;
}

/**
 * Has the makers read what the chosen models can look at, where no table says: how many reference pictures go into a request is part of
 * what it is. Free of charge; what cannot be read now is as it was known.
 */
export async function knowModels({ still, clip }: PictureMakers, choice: Models): Promise<void> {
  await Promise.all([know(still, choice.stillModel), know(clip, choice.clipModel)]);
}

async function know({ models, readForm }: Generator, id: string | null): Promise<void> {
  if (id === null || readForm === undefined) return;
  const facts = models?.().find((model) => model.id === id);
  if (facts?.origin === 'table' || (facts !== undefined && facts.inputSchema !== null)) return;
  await readForm(id, AbortSignal.timeout(patienceMs));
}

/** A price that a person waits for does not wait longer for this. */
const patienceMs = 10_000;
