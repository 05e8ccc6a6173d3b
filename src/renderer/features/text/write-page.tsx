import { useEffect, useMemo, useRef, useState } from 'react';
import { useStatusLine } from '../../actions/status-line.ts';
import { useMirrorStatus, useProject, useRow } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useInterpret, useWords } from '../../words/use-words.ts';
import { createTextEdits } from './model/create-text-edits.ts';
import { formOf } from './model/kind-habits.ts';
import { keepUnsent, takeUnsent } from './model/unsent-edits.ts';
import { GoneProject } from './page/gone-project.tsx';
import { WriteBody } from './page/write-body.tsx';
import { createWriteView, type EditorHandle, type WriteDesk, WriteDeskContext } from './page/write-desk.ts';
import { WriteSkeleton } from './page/write-skeleton.tsx';

/** The Write page: the script as a page on the left, its scenes and shots on the right. */
export function WritePage() {
  const { projectId } = useProject();
  const status = useMirrorStatus();
  const project = useRow('project', projectId);
  if (status === 'gone') return <GoneProject />;
  if (status === 'loading' || project === null) return <WriteSkeleton />;
  return <Desk sourceKind={project.sourceKind} key={projectId} />;
}

function Desk({ sourceKind }: { readonly sourceKind: Parameters<typeof formOf>[0] }) {
  const { client, connection } = useStudio();
  const { projectId, mirror } = useProject();
  const status = useStatusLine();
  const words = useWords('text');
  const interpret = useInterpret();
  const interpretNow = useRef(interpret);
  useEffect(() => {
    interpretNow.current = interpret;
  }, [interpret]);
  const editor = useRef<EditorHandle | null>(null);
  const [{ edits, view }] = useState(() => ({
    view: createWriteView(),
    edits: createTextEdits({
      projectId,
      mirror,
      client,
      isOpen: () => connection.state().is === 'open',
      onLine: connection.subscribe,
      onRefused: (fault) => status.say(interpretNow.current(fault.message), 'problem'),
      onRecovered: () => status.say(words.save.recovered),
      unsent: takeUnsent(projectId),
    }),
  }));
  useEffect(() => {
    const detach = edits.attach();
    const keep = (): void => keepUnsent(projectId, edits.pending());
    const stop = edits.subscribe(() => {
      if (edits.pending().length === 0) keep();
    });
    const onLeave = (event: BeforeUnloadEvent): void => {
      edits.flush();
      keep();
      if (edits.pending().length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      window.removeEventListener('pagehide', keep);
      stop();
      detach();
      keep();
    };
  }, [edits, projectId]);
  const desk = useMemo<WriteDesk>(
    () => ({ edits, view, editor, form: formOf(sourceKind) }),
    [edits, view, sourceKind],
  );
  return (
    <WriteDeskContext value={desk}>
      <WriteBody sourceKind={sourceKind} />
    </WriteDeskContext>
  );
}
