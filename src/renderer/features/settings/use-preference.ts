import { useCallback } from 'react';
import type { JsonValue } from '../../../domain/kernel/patch.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';

/** A choice of this person and the way to change it; null takes it away. The window shows it before the studio has it. */
export function usePreference(name: string): readonly [JsonValue | undefined, (value: JsonValue) => void] {
  const { client, state } = useStudio();
  const call = useCall();
  const value = useStudioState(({ preferences }) => preferences[name]);
  const set = useCallback(
    (next: JsonValue) => {
      const before = state.getState().preferences;
      const { [name]: _old, ...others } = before;
      state.setState({ preferences: next === null ? others : { ...others, [name]: next } });
      void call(() => client.studio.setPreference({ name, value: next as never })).then((saved) => {
        // What the studio did not take is not shown as if it had.
        if (saved === null) state.setState({ preferences: before });
      });
    },
    [client, state, call, name],
  );
  return [value, set];
}
