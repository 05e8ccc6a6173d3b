import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';

/** The project's look, which every drawing and every prompt has; pictures of another one become outdated. */
export function LookField() {
  const words = useWords('generating');
  const { look, looks } = useWords('library');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const styles = useStudioState((state) => state.about?.styles);
  const style = useRow('project', projectId)?.style;
  if (style === undefined || styles === undefined) return null;
  return (
    <Select
      label={look}
      labelAt="beside"
      hint={words.lookHint}
      value={style}
      options={styles.map((value) => ({ value, label: looks[value] ?? value }))}
      onChange={(next) => edit(() => client.projects.setStyle({ projectId, style: next }))}
    />
  );
}
