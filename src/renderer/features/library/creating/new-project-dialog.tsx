import { FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ProjectSettings } from '../../../../contract/projects.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { nameOfSource, type StorySource } from '../../../client/story-source.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { chooseStoryFile } from './choose-story-file.ts';
import { readSettings } from './new-project-settings.ts';
import { SettingsFields } from './settings-fields.tsx';
import { useCreateProject } from './use-create-project.ts';

/** What the dialog begins with: a file that was chosen or dropped, words that were pasted, or nothing yet. */
export type NewProjectStart = { readonly mode: 'file' | 'words'; readonly source: StorySource | null };

export interface NewProjectDialogProps {
  readonly start: NewProjectStart;
  readonly onClose: () => void;
  readonly onMade: (projectId: ProjectId) => void;
}

/** Asks for a story and how it shall be filmed. Everything has a sensible beginning, so that Enter makes the project. */
export function NewProjectDialog({ start, onClose, onMade }: NewProjectDialogProps) {
  const { host } = useStudio();
  const words = useWords('library');
  const styles = useStudioState((state) => state.about?.styles) ?? noStyles;
  const used = useStudioState((state) => state.preferences['newProject']);
  const create = useCreateProject();
  const makeButton = useRef<HTMLButtonElement>(null);
  const [mode, setMode] = useState(start.mode);
  const [file, setFile] = useState<StorySource | null>(start.source?.from === 'words' ? null : start.source);
  const [typed, setTyped] = useState(start.source?.from === 'words' ? start.source.words : '');
  const [title, setTitle] = useState('');
  const [settings, setSettings] = useState<ProjectSettings>(() => readSettings(used, styles));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  // Another story that is dropped while the dialog is open takes the place of the first; what was typed beside it stays.
  const [taken, setTaken] = useState(start);
  if (taken !== start) {
    setTaken(start);
    setMode(start.mode);
    setProblem(null);
    if (start.source?.from === 'words') setTyped(start.source.words);
    else setFile(start.source);
  }

  const source: StorySource | null =
    mode === 'file' ? file : typed.trim() === '' ? null : { from: 'words', words: typed };
  // With a story at hand, Enter makes the project.
  useEffect(() => {
    if (start.source !== null) makeButton.current?.focus();
  }, [start]);

  const choose = async (): Promise<void> => {
    const chosen = await chooseStoryFile(host, { title: words.chooseStory, files: words.storyFiles });
    if (chosen === null) return;
    setFile(chosen);
    setProblem(null);
    makeButton.current?.focus();
  };
  const make = async (): Promise<void> => {
    if (busy) return;
    if (source === null) return setProblem(mode === 'file' ? words.needsSource : words.needsWords);
    setBusy(true);
    setProblem(null);
    const wanted = title.trim();
    const made = await create({ source, title: wanted === '' ? null : wanted, settings });
    setBusy(false);
    if (made.ok) onMade(made.projectId);
    else setProblem(made.sentence);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      title={words.dialogTitle}
      onSubmit={() => void make()}
      actions={
        <>
          <Button onClick={onClose} disabled={busy}>
            {words.cancel}
          </Button>
          <Button ref={makeButton} type="submit" variant="primary" busy={busy}>
            {busy ? words.creating : words.create}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-2">
          <div className="flex">
            <Segmented
              label={words.source}
              value={mode}
              options={[
                { value: 'file', label: words.fromFile },
                { value: 'words', label: words.fromText },
              ]}
              onChange={setMode}
            />
          </div>
          {mode === 'file' ? (
            <ChosenFile name={file === null ? null : nameOfSource(file)} onChoose={() => void choose()} />
          ) : (
            <TextArea
              label={words.words}
              labelAt="hidden"
              rows={7}
              value={typed}
              onChange={setTyped}
              hint={typed.trim() === '' ? words.wordsHint : words.wordCount(typed.trim().split(/\s+/).length)}
            />
          )}
        </div>
        <TextField
          label={words.titleField}
          value={title}
          onChange={setTitle}
          placeholder={words.titleHint}
          maxLength={500}
        />
        <SettingsFields settings={settings} styles={styles} onChange={setSettings} />
        {problem === null ? null : <ErrorState look="inline" title={problem} text={null} className="p-0" />}
      </div>
    </Dialog>
  );
}

const noStyles: readonly string[] = [];

function ChosenFile({ name, onChoose }: { readonly name: string | null; readonly onChoose: () => void }) {
  const words = useWords('library');
  return (
    <div className="flex items-center gap-3 rounded-inner border border-line bg-panel p-3">
      <Icon of={FileText} size={20} className="text-faint" />
      <div className="min-w-0 flex-1">
        <p className={name === null ? 'truncate text-muted' : 'truncate font-medium'}>
          {name ?? words.noFile}
        </p>
        <p className="text-sm text-faint">{words.noFileHint}</p>
      </div>
      <Button onClick={onChoose} data-autofocus={name === null ? true : undefined}>
        {words.chooseFile}
      </Button>
    </div>
  );
}
