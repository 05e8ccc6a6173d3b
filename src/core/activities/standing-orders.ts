import { join } from 'node:path';
import { z } from 'zod';
import { GenerationChoice } from '../../contract/jobs.ts';
import { ReadingChoice } from '../../contract/scenes.ts';
import { CaptionMode } from '../../domain/export/export-record.ts';
import { ProjectId } from '../../domain/kernel/ids.ts';
import { createJsonFile } from '../machine-state/json-file.ts';

const common = {
  /** That of its activity. */
  id: z.string(),
  projectId: ProjectId,
  askedAtMs: z.int(),
  /** How often the studio has begun it again by itself without coming to its end. */
  restarts: z.int().nonnegative(),
};

const StandingOrder = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('generate'),
    choice: GenerationChoice,
    maxCostUsdMicros: z.int().nonnegative().nullable(),
  }),
  z.object({
    ...common,
    kind: z.literal('export'),
    path: z.string(),
    preset: z.string(),
    captions: CaptionMode,
  }),
  z.object({
    ...common,
    kind: z.literal('publish'),
    preset: z.string(),
    captions: CaptionMode,
    shortSidePx: z.int().positive().nullable(),
  }),
  z.object({
    ...common,
    kind: z.literal('read'),
    choice: ReadingChoice,
    maxCostUsdMicros: z.int().nonnegative().nullable(),
  }),
]);
export type StandingOrder = z.infer<typeof StandingOrder>;

/**
 * What the studio was asked to do and has not finished, kept beside the database: a studio that ends, however it does,
 * leaves here what its next start takes up.
 */
export interface StandingOrders {
  list(): readonly StandingOrder[];
  keep(order: StandingOrder): void;
  /** It came to its end, or a person ended it. */
  forget(id: string): void;
  /** The studio is closed in order: what is still here was not what brought it down. */
  close(): void;
}

export function createStandingOrders({
  home,
  readOnly,
}: {
  readonly home: string;
  readonly readOnly: boolean;
}): StandingOrders {
  const file = createJsonFile<readonly StandingOrder[]>({
    path: join(home, 'orders.json'),
    schema: z.array(StandingOrder),
    empty: [],
    readOnly,
  });
  // A disk that takes nothing says so where the work itself is stored; here it costs a question after a restart at most.
  const write = (orders: readonly StandingOrder[]): void => void file.write(orders);
  return {
    list: () => file.value,
    keep: (order) => write([...file.value.filter(({ id }) => id !== order.id), order]),
    forget(id) {
      if (file.value.some((order) => order.id === id)) write(file.value.filter((order) => order.id !== id));
    },
    close() {
      if (file.value.some(({ restarts }) => restarts > 0))
        write(file.value.map((order) => ({ ...order, restarts: 0 })));
    },
  };
}
