import type { Activity } from '../../../contract/activities.ts';
import { useCommands } from '../../actions/use-commands.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useRows } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';

/** What the commands of this page do: export, cancel the newest of this project, show the newest that is done. */
export function useExportCommands({
  start,
  canStart,
  own,
}: {
  readonly start: () => void;
  readonly canStart: boolean;
  /** Films of this project that are being written or wait. */
  readonly own: readonly Activity[];
}): void {
  const words = useWords('export');
  const { client, host } = useStudio();
  const call = useCall();
  const records = useRows('export');
  const newest = records
    .filter(({ state }) => state === 'done')
    .reduce<(typeof records)[number] | null>(
      (best, record) => (best === null || record.startedAtMs > best.startedAtMs ? record : best),
      null,
    );
  const running = own[0];
  useCommands({
    'export.start': { run: start, enabled: () => canStart },
    'export.cancel': {
      run: () => {
        if (running === undefined) return;
        void call(
          () => client.activities.cancel({ activityId: running.id }),
          () => words.cancelled,
        );
      },
      enabled: () => running !== undefined,
    },
    'export.reveal': {
      run: () => {
        if (newest !== null) void host.bridge?.revealFile(newest.path);
      },
      enabled: () => newest !== null && host.capabilities.revealFiles,
    },
  });
}
