import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useStatusLine } from '../../actions/status-line.ts';
import { kindOfFile } from '../../client/story-source.ts';
import { takeOpenedFile } from '../../state/opened-files.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import { chooseStoryFile } from './creating/choose-story-file.ts';
import type { NewProjectStart } from './creating/new-project-dialog.tsx';
import { readSettings } from './creating/new-project-settings.ts';
import { useCreateProject } from './creating/use-create-project.ts';

export interface NewProjects {
  /** The dialog that is open; null for none. */
  readonly start: NewProjectStart | null;
  readonly begin: (start: NewProjectStart) => void;
  readonly end: () => void;
  /** Asks for a file first, and then for the rest. */
  readonly openFile: () => void;
  /** Files that were dropped or pasted: one story asks how to film it, several are made at once. */
  readonly takeFiles: (files: readonly File[]) => void;
}

/** The ways to a new project. */
export function useNewProjects(): NewProjects {
  const { host, openedFiles } = useStudio();
  const status = useStatusLine();
  const words = useWords('library');
  const create = useCreateProject();
  const styles = useStudioState((state) => state.about?.styles);
  const used = useStudioState((state) => state.preferences['newProject']);
  const [start, setStart] = useState<NewProjectStart | null>(null);

  const openFile = useCallback(async () => {
    const source = await chooseStoryFile(host, { title: words.chooseStory, files: words.storyFiles });
    if (source !== null) setStart({ mode: 'file', source });
  }, [host, words]);

  const opened = useStore(openedFiles);
  useEffect(() => {
    // One after the other: the dialog of the first is answered before the next is asked about.
    if (start !== null || opened.length === 0) return;
    const path = takeOpenedFile(openedFiles);
    if (path !== null) setStart({ mode: 'file', source: { from: 'path', path } });
  }, [start, opened, openedFiles]);

  const makeAll = async (files: readonly File[]): Promise<void> => {
    let made = 0;
    const refused: string[] = [];
    for (const file of files) {
      if (kindOfFile(file) !== 'story') {
        refused.push(whyNot(file));
        continue;
      }
      const settings = readSettings(used, styles ?? []);
      const done = await create({ source: { from: 'file', file }, title: null, settings });
      if (done.ok) made++;
      else refused.push(done.sentence);
    }
    // What was not made is said with what was: the line holds one sentence after the other.
    status.say([words.madeMany(made), ...refused].join(' '), refused.length === 0 ? 'done' : 'problem');
  };

  const whyNot = (file: File): string =>
    kindOfFile(file) === 'media' ? words.dropMedia(file.name) : words.dropUnknown(file.name);

  const takeFiles = (files: readonly File[]): void => {
    const [first, ...more] = files;
    if (first === undefined) status.say(words.dropNothing, 'warning');
    else if (!files.some((file) => kindOfFile(file) === 'story')) status.say(whyNot(first), 'warning');
    else if (more.length > 0) void makeAll(files);
    else setStart({ mode: 'file', source: { from: 'file', file: first } });
  };

  return {
    start,
    begin: setStart,
    end: () => setStart(null),
    openFile: () => void openFile(),
    takeFiles,
  };
}
