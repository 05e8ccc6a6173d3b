import { useEffect, useRef, useState } from 'react';
import { useCommands } from '../../actions/use-commands.ts';
import { useEdit } from '../../actions/use-edit.ts';
import { useProject, useRow } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useWords } from '../../words/use-words.ts';

/** The project's name; pressed, it becomes a field. */
export function ProjectName() {
  const words = useWords('shell');
  const { client } = useStudio();
  const { projectId } = useProject();
  const project = useRow('project', projectId);
  const edit = useEdit();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useCommands({ 'project.rename': { run: () => setEditing(true), enabled: () => project !== null } });
  useEffect(() => {
    if (editing) {
      field.current?.focus();
      field.current?.select();
    }
  }, [editing]);
  const finish = (focusBack: boolean): void => {
    setEditing(false);
    // The button is there again after this drawing.
    if (focusBack) requestAnimationFrame(() => button.current?.focus());
  };
  const title = project?.title ?? '';
  if (editing) {
    return (
      <TextField
        ref={field}
        label={words.renameProject}
        labelAt="hidden"
        maxLength={500}
        value={title}
        className="w-60 shrink"
        onCommit={(typed) => {
          const wanted = typed.trim();
          // A name without words is no name: the one before stays.
          if (wanted === '' || wanted === title) return undefined;
          return edit(() => client.projects.rename({ projectId, title: wanted }));
        }}
        onBlur={() => finish(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === 'Escape') setTimeout(() => finish(true));
        }}
      />
    );
  }
  // Nothing is said of a project that is not read yet, or is gone; its place is kept.
  if (project === null) return <span className="h-7 min-w-16 shrink" />;
  return (
    <button
      ref={button}
      type="button"
      title={title === '' ? undefined : `${title} – ${words.renameHint}`}
      onClick={() => setEditing(true)}
      className="h-7 max-w-60 min-w-16 shrink truncate rounded-inner px-2 text-left text-base font-medium text-text hover:bg-hover"
    >
      {title === '' ? words.untitled : title}
    </button>
  );
}
