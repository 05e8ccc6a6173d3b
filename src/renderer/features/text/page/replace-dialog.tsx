import { useMemo, useState } from 'react';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useWords } from '../../../words/use-words.ts';
import { previewReplacement } from '../model/preview-replacement.ts';
import { useDesk, useScript } from './write-desk.ts';

/** Takes a whole new version of the text, and says beforehand how many paragraphs it changes. */
export function ReplaceDialog() {
  const words = useWords('text');
  const { client } = useStudio();
  const { projectId } = useProject();
  const { edits, view, form } = useDesk();
  const script = useScript();
  const edit = useEdit();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const counts = useMemo(() => previewReplacement(script, text, form), [script, text, form]);
  const differing = counts === null ? 0 : counts.changed + counts.added + counts.removed;
  const close = (): void => view.setState({ dialog: null });
  const run = async (): Promise<void> => {
    setBusy(true);
    const done = (await edits.settle())
      ? await edit(() => client.text.replace({ projectId, words: text }))
      : null;
    setBusy(false);
    // What was pasted stays in its field where it could not be taken.
    if (done !== null) close();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      size="large"
      title={words.replace.title}
      description={words.replace.text}
      actions={
        <>
          <Button onClick={close}>{words.replace.cancel}</Button>
          <Button variant="primary" busy={busy} disabled={differing === 0} onClick={() => void run()}>
            {words.replace.run(differing)}
          </Button>
        </>
      }
    >
      <TextArea
        label={words.replace.field}
        value={text}
        onChange={setText}
        rows={14}
        hint={
          counts === null
            ? undefined
            : differing === 0
              ? words.replace.same
              : `${words.replace.preview(counts.kept, counts.changed, counts.added, counts.removed)}. ${words.replace.roughly}`
        }
      />
    </Dialog>
  );
}
