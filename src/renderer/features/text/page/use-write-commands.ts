import type { SourceKind } from '../../../../domain/project/project.ts';
import { printText } from '../../../../domain/text/printing/print-text.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import { useCall, useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { cycledKind } from '../model/kind-habits.ts';
import { useDesk } from './write-desk.ts';

/** What the commands of text and scenes do on this page. */
export function useWriteCommands(sourceKind: SourceKind): void {
  const { client, connection } = useStudio();
  const { projectId, mirror, view } = useProject();
  const desk = useDesk();
  const words = useWords('text');
  const status = useStatusLine();
  const edit = useEdit();
  const call = useCall();
  const { edits, view: own, editor } = desk;
  const open = (): boolean => connection.state().is === 'open';
  const caret = () => own.getState().caret;
  const scenes = () => mirror.rows('scene');
  const sceneAt = (): number => scenes().findIndex(({ id }) => id === view.getState().sceneId);
  const saved = async <T>(then: () => Promise<T>): Promise<T | null> =>
    (await edits.settle()) ? then() : null;

  useCommands({
    'text.find': {
      run: () => own.setState((state) => ({ find: { ...state.find, open: true } })),
    },
    'text.breakDown': {
      enabled: open,
      run: () =>
        void saved(() =>
          call(
            () => client.scenes.breakDown({ projectId }),
            ({ scenes: made, shots }) => words.update.done(made, shots),
          ),
        ),
    },
    'text.readWithModel': {
      enabled: () => open() && edits.blocks().length > 0,
      run: () => own.setState({ dialog: 'reading' }),
    },
    'text.replaceAll': { enabled: open, run: () => own.setState({ dialog: 'replace' }) },
    'text.copyAll': {
      enabled: () => edits.blocks().length > 0,
      run: () =>
        navigator.clipboard.writeText(printText(sourceKind, edits.blocks())).then(
          () => status.say(words.copied),
          () => status.say(words.notCopied, 'problem'),
        ),
    },
    'text.nextKind': {
      enabled: () => caret() !== null,
      run: () => {
        const at = caret();
        const block = edits.blocks().find(({ id }) => id === at?.blockId);
        if (at === null || block === undefined) return;
        edits.run({ edit: 'setKind', blockId: block.id, kind: cycledKind(desk.form, block.kind, 1) });
        editor.current?.reveal(at.blockId, at.offset);
      },
    },
    'text.deleteBlock': {
      enabled: () => caret() !== null,
      run: () => {
        const at = caret();
        const place = edits.blocks().findIndex(({ id }) => id === at?.blockId);
        if (at === null || place === -1) return;
        edits.run({ edit: 'delete', blockIds: [at.blockId] });
        const next = edits.blocks()[place] ?? edits.blocks().at(-1);
        if (next !== undefined) requestAnimationFrame(() => editor.current?.reveal(next.id, 0));
      },
    },
    'scene.edit': {
      enabled: () => sceneAt() !== -1,
      run: () => {
        view.setState({ shotIds: new Set() });
        own.setState({ panel: 'shots' });
        requestAnimationFrame(() =>
          document.getElementById('write-scene-fields')?.querySelector('input')?.focus(),
        );
      },
    },
    'scene.split': {
      enabled: () => open() && sceneAt() !== -1 && view.getState().blockId !== null,
      run: () => {
        const { sceneId, blockId } = view.getState();
        if (sceneId === null || blockId === null) return;
        void saved(() => edit(() => client.scenes.split({ projectId, sceneId, blockId })));
      },
    },
    'scene.merge': {
      enabled: () => open() && sceneAt() !== -1 && sceneAt() < scenes().length - 1,
      run: () => {
        const [first, second] = scenes().slice(sceneAt(), sceneAt() + 2);
        if (first === undefined || second === undefined) return;
        void saved(() =>
          edit(() => client.scenes.merge({ projectId, firstSceneId: first.id, secondSceneId: second.id })),
        );
      },
    },
    'scene.moveUp': {
      enabled: () => open() && sceneAt() > 0,
      run: () => {
        const scene = scenes()[sceneAt()];
        const afterSceneId = scenes()[sceneAt() - 2]?.id ?? null;
        if (scene !== undefined)
          void edit(() => client.scenes.move({ projectId, sceneId: scene.id, afterSceneId }));
      },
    },
    'scene.moveDown': {
      enabled: () => open() && sceneAt() !== -1 && sceneAt() < scenes().length - 1,
      run: () => {
        const [scene, next] = scenes().slice(sceneAt(), sceneAt() + 2);
        if (scene === undefined || next === undefined) return;
        void edit(() => client.scenes.move({ projectId, sceneId: scene.id, afterSceneId: next.id }));
      },
    },
  });
}
