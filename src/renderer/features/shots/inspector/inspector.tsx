import { MousePointerClick } from 'lucide-react';
import { useMemo } from 'react';
import type { ShotEdit } from '../../../../domain/shots/commands/edit-shot.ts';
import { useProject, useProjectView } from '../../../state/project-context.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useShotEdits } from '../editing/use-shot-edits.ts';
import { CameraFields } from './camera-fields.tsx';
import { GenerationSection } from './generation-section.tsx';
import { InspectorSection } from './inspector-section.tsx';
import { PlaceFields } from './place-fields.tsx';
import { ShotInspector } from './shot-inspector.tsx';

/** What is known of the selected shots, and where it is changed. */
export function Inspector() {
  const words = useWords('shots');
  const { shots } = useProject();
  const selection = useProjectView((view) => view.shotIds);
  const revision = useShotIndex((index) => index.revision());
  // biome-ignore lint/correctness/useExhaustiveDependencies: facts change with the revision
  const selected = useMemo(
    () =>
      [...selection]
        .map((id) => shots.facts(id))
        .filter((facts) => facts !== null)
        .sort((a, b) => a.index - b.index),
    [selection, shots, revision],
  );
  const [first] = selected;
  return (
    <aside aria-label={words.inspector} className="min-h-0 flex-1 overflow-y-auto bg-panel">
      {first === undefined ? (
        <EmptyState look="inline" icon={MousePointerClick} title={words.none.title} text={words.none.text} />
      ) : selected.length === 1 ? (
        <ShotInspector key={first.shot.id} facts={first} />
      ) : (
        <ManyShots selected={selected} />
      )}
    </aside>
  );
}

function ManyShots({ selected }: { readonly selected: readonly ShotFacts[] }) {
  const words = useWords('shots');
  const formats = useFormats();
  const edits = useShotEdits();
  const rows = selected.map(({ shot }) => shot);
  const onEdit = (fields: ShotEdit): unknown =>
    edits.edit(
      rows.map(({ id }) => id),
      fields,
    );
  const total = rows.reduce((sum, { durationFlicks }) => sum + durationFlicks, 0);
  return (
    <>
      <header className="px-3 py-3">
        <h2 className="text-lg font-medium">{words.many(selected.length)}</h2>
        <p className="text-sm text-muted tabular-nums">{words.manyLength(formats.duration(total))}</p>
      </header>
      <InspectorSection title={words.section.camera}>
        <CameraFields shots={rows} onEdit={onEdit} />
      </InspectorSection>
      <InspectorSection title={words.section.scene}>
        <PlaceFields shots={rows} onEdit={onEdit} />
      </InspectorSection>
      <GenerationSection selected={selected} />
    </>
  );
}
