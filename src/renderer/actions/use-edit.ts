import { useCallback } from 'react';
import type { EditReceipt } from '../../contract/base.ts';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import { useInterpret } from '../words/use-words.ts';
import { useStatusLine } from './status-line.ts';

/**
 * Runs a call that edits the project and says in the status line what it did, with undo offered, or why it could not be
 * done. Answers with the receipt, or null after a fault.
 */
export function useEdit(): (call: () => Promise<EditReceipt>) => Promise<EditReceipt | null> {
  const status = useStatusLine();
  const interpret = useInterpret();
  return useCallback(
    async (call) => {
      try {
        const receipt = await call();
        if (receipt.changes > 0) status.say(interpret(receipt.label), 'done', 'edit.undo');
        return receipt;
      } catch (error) {
        const fault = faultOfCall(error);
        status.refuse(fault, interpret(fault.message));
        return null;
      }
    },
    [status, interpret],
  );
}

/** The same for calls that are no undoable edit: `done` makes the words of success, or null for none. */
export function useCall(): <T>(
  call: () => Promise<T>,
  done?: (value: T) => string | null,
) => Promise<T | null> {
  const status = useStatusLine();
  const interpret = useInterpret();
  return useCallback(
    async (call, done) => {
      try {
        const value = await call();
        const words = done?.(value) ?? null;
        if (words !== null) status.say(words);
        return value;
      } catch (error) {
        const fault = faultOfCall(error);
        status.refuse(fault, interpret(fault.message));
        return null;
      }
    },
    [status, interpret],
  );
}
