import type { ItemId } from '../../../../domain/kernel/ids.ts';
import type { Desk, Plan } from '../gestures/desk.ts';

/** What commands do with a plan; nothing where there is none. */
export interface RunPlan {
  run(plan: Plan | null): void;
  /** And what it made is selected. */
  runAndSelect(plan: Plan | null): void;
  /** And nothing is selected. */
  runAndLeave(plan: Plan | null): void;
}

export function runPlansAt({ view, commit }: Desk): RunPlan {
  return {
    run(plan) {
      if (plan !== null) void commit(plan);
    },
    runAndSelect(plan) {
      if (plan === null) return;
      void commit(plan).then((receipt) => {
        const added =
          receipt?.added.flatMap(({ entity, id }) => (entity === 'item' ? [id as ItemId] : [])) ?? [];
        if (added.length > 0) view.setState({ itemIds: new Set(added) });
      });
    },
    runAndLeave(plan) {
      if (plan === null) return;
      void commit(plan).then((receipt) => receipt !== null && view.setState({ itemIds: new Set() }));
    },
  };
}
