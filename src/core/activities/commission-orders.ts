import { join } from 'node:path';
import { z } from 'zod';
import { Commission, CommissionMaker } from '../../contract/commissions.ts';
import { ProjectId } from '../../domain/kernel/ids.ts';
import { createJsonFile } from '../machine-state/json-file.ts';

const CommissionStanding = z.object({
  /** That of its activity. */
  id: z.string(),
  projectId: ProjectId,
  commission: Commission,
  maker: CommissionMaker.nullable(),
  maxCostUsdMicros: z.int().nonnegative().nullable(),
});
/** A commission that was asked for and has not come to its end. */
export type CommissionStanding = z.infer<typeof CommissionStanding>;

/** Commissions under way, kept beside the database: what a studio that ends leaves for its next start to ask about. */
export interface CommissionOrders {
  list(): readonly CommissionStanding[];
  keep(order: CommissionStanding): void;
  /** It came to its end, or a person ended it. */
  forget(id: string): void;
}

export function createCommissionOrders({
  home,
  readOnly,
}: {
  readonly home: string;
  readonly readOnly: boolean;
}): CommissionOrders {
  const file = createJsonFile<readonly CommissionStanding[]>({
    path: join(home, 'commissions.json'),
    schema: z.array(CommissionStanding),
    empty: [],
    readOnly,
  });
  // A disk that takes nothing says so where the work itself is stored; here it costs a question after a restart at most.
  const write = (orders: readonly CommissionStanding[]): void => void file.write(orders);
  return {
    list: () => file.value,
    keep: (order) => write([...file.value.filter(({ id }) => id !== order.id), order]),
    forget(id) {
      if (file.value.some((order) => order.id === id)) write(file.value.filter((order) => order.id !== id));
    },
  };
}
