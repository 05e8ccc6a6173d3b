import type { ReactNode } from 'react';
import { parseHlc } from '../../../domain/kernel/hlc.ts';
import type { EntityName, JsonValue } from '../../../domain/kernel/patch.ts';
import { canKeepBoth } from '../../../domain/sync/commands/resolve-conflict.ts';
import type { Conflict } from '../../../domain/sync/conflict.ts';
import { useEdit } from '../../actions/use-edit.ts';
import { useProject, useRow } from '../../state/project-context.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { useDeviceNames } from '../../state/use-device-names.ts';
import { Button } from '../../ui/button.tsx';
import { useSyncWords } from '../../words/sync-words.ts';
import { useFormats } from '../../words/use-words.ts';
import { ConflictText } from './conflict-text.tsx';
import { useConflictWords } from './use-conflict-words.ts';

/** One value that lost beside what stands now, with who wrote when, and the three ways out. */
export function ConflictCard({ conflict }: { readonly conflict: Conflict }) {
  const words = useSyncWords();
  const formats = useFormats();
  const edit = useEdit();
  const { client } = useStudio();
  const { projectId } = useProject();
  const { titleOf, say } = useConflictWords();
  const row = useRow(conflict.entity as EntityName, conflict.rowId as never) as Record<
    string,
    JsonValue
  > | null;
  const isDeletion = conflict.field === null;
  const stands = row === null ? null : conflict.field === null ? null : (row[conflict.field] ?? null);
  const canPutBack = isDeletion ? row === null : row !== null;
  const resolve = (choice: 'keep' | 'put-back' | 'both') => () =>
    void edit(() => client.sync.resolve({ projectId, conflictId: conflict.id, choice }));
  const nameOf = useDeviceNames();
  const deviceId = useStudioState(({ about }) => about?.deviceId ?? null);
  const writtenAt = (stamp: string): string => {
    const { ms, device } = parseHlc(stamp);
    return device === deviceId
      ? words.writtenHere(formats.time(ms))
      : words.writtenThere(formats.time(ms), nameOf(device));
  };
  const isText = typeof conflict.value === 'string' && typeof stands === 'string';
  return (
    <li className="rounded-outer border border-line bg-panel">
      <h3 className="border-b border-line px-3 py-1.5 text-base font-medium">{titleOf(conflict, row)}</h3>
      <div className="grid gap-px bg-line sm:grid-cols-2">
        <Side name={words.lost} when={writtenAt(conflict.stamp)}>
          {isText ? (
            <ConflictText mine={String(conflict.value)} other={String(stands)} side="lost" />
          ) : (
            say(conflict.value as JsonValue, conflict.field)
          )}
        </Side>
        <Side name={words.stands} when={writtenAt(conflict.winnerStamp)}>
          {isText ? (
            <ConflictText mine={String(stands)} other={String(conflict.value)} side="stands" />
          ) : isDeletion ? (
            row === null ? (
              words.deleted
            ) : (
              titleOf(conflict, row)
            )
          ) : row === null ? (
            words.goneNow
          ) : (
            say(stands, conflict.field)
          )}
        </Side>
      </div>
      <div className="flex flex-wrap justify-end gap-2 px-3 py-2">
        <Button size="small" variant="quiet" onClick={resolve('keep')}>
          {words.keep}
        </Button>
        {canKeepBoth(conflict) && row !== null ? (
          <Button size="small" onClick={resolve('both')}>
            {words.both}
          </Button>
        ) : null}
        {canPutBack ? (
          <Button size="small" onClick={resolve('put-back')}>
            {isDeletion ? words.bringBack : words.putBack}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Side(props: { readonly name: string; readonly when: string; readonly children: ReactNode }) {
  return (
    <section className="min-w-0 bg-panel px-3 py-2" aria-label={props.name}>
      <h4 className="flex justify-between gap-2 text-xs text-faint">
        <span>{props.name}</span>
        <span className="tabular-nums">{props.when}</span>
      </h4>
      <div className="selectable mt-1 text-base wrap-anywhere whitespace-pre-line">{props.children}</div>
    </section>
  );
}
