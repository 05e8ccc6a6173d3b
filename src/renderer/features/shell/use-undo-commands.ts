import { useEffect, useRef, useState } from 'react';
import { faultOfCall } from '../../../contract/fault-of-call.ts';
import { entityNames } from '../../../domain/kernel/patch.ts';
import { useStatusLine } from '../../actions/status-line.ts';
import { useCommands } from '../../actions/use-commands.ts';
import { createLatestReader } from '../../state/latest-reader.ts';
import { useProject } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useInterpret, useWords } from '../../words/use-words.ts';

interface UndoLabels {
  readonly undo: string | null;
  readonly redo: string | null;
}

const none: UndoLabels = { undo: null, redo: null };

/** Undo and redo of the open project, called by what they would take: kept up to date with every commit. */
export function useUndoCommands(): void {
  const { client, connection } = useStudio();
  const { projectId, mirror } = useProject();
  const status = useStatusLine();
  const words = useWords('shell');
  const interpret = useInterpret();
  const [labels, setLabels] = useState<UndoLabels>(none);
  useEffect(() => {
    const reader = createLatestReader({
      ask: () => client.projects.undoLabels({ projectId }),
      onValue: setLabels,
      // Without an answer the last one stands; the next commit asks again.
      onFault: () => undefined,
    });
    const stopMirror = mirror.subscribe(entityNames, reader.read);
    reader.read();
    return () => {
      stopMirror();
      reader.stop();
    };
  }, [client, projectId, mirror]);
  /** One after the other, in the order of the keys, however quickly they are pressed. */
  const queue = useRef<Promise<void>>(Promise.resolve());
  const queued = useRef(0);
  const take = (way: 'undo' | 'redo'): void => {
    queued.current++;
    queue.current = queue.current.then(() => takeNow(way)).finally(() => queued.current--);
  };
  const takeNow = async (way: 'undo' | 'redo'): Promise<void> => {
    try {
      const done = await client.projects[way]({ projectId });
      const label = interpret(done.label);
      const said = way === 'undo' ? words.undone(label) : words.redone(label);
      const back = way === 'undo' ? 'edit.redo' : 'edit.undo';
      // What was taken can be put back at once; the reading that follows says the rest.
      setLabels((before) => ({ ...before, [way === 'undo' ? 'redo' : 'undo']: done.label }));
      if (done.skipped > 0) status.say(`${said}. ${words.undoSkipped(done.skipped)}`, 'warning', back);
      else status.say(said, 'done', back);
    } catch (error) {
      status.say(interpret(faultOfCall(error).message), 'problem');
    }
  };
  const mayTake = (label: string | null): boolean =>
    (label !== null || queued.current > 0) && connection.state().is === 'open';
  useCommands({
    'edit.undo': {
      run: () => take('undo'),
      enabled: () => mayTake(labels.undo),
      title: () => (labels.undo === null ? null : words.undoTitle(interpret(labels.undo))),
    },
    'edit.redo': {
      run: () => take('redo'),
      enabled: () => mayTake(labels.redo),
      title: () => (labels.redo === null ? null : words.redoTitle(interpret(labels.redo))),
    },
  });
}
