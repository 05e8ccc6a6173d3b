import type { SourceKind } from '../../../../domain/project/project.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { readPaste } from '../editor/read-paste.ts';
import { plainKind } from '../model/kind-habits.ts';
import { newBlockId } from '../model/new-block-id.ts';
import { useDesk } from './write-desk.ts';

/** The blank page: what it is for, a place to begin, an example. */
export function EmptyScript({ sourceKind }: { readonly sourceKind: SourceKind }) {
  const words = useWords('text');
  const { edits, editor, form } = useDesk();
  const begin = (example: string | null): void => {
    const pasted = example === null ? null : readPaste(example, sourceKind);
    const added = (pasted ?? [{ kind: plainKind(form), text: '' }]).map((block) => ({
      id: newBlockId(),
      ...block,
    }));
    edits.run({ edit: 'insert', afterBlockId: null, added });
    const first = added[0];
    if (first !== undefined) requestAnimationFrame(() => editor.current?.reveal(first.id, 0));
  };
  return (
    <div className="px-24 pb-6 font-ui text-base">
      <h2 className="text-lg font-medium">{words.empty.title}</h2>
      <p className="mt-1 max-w-120 text-muted">{words.empty.text}</p>
      <div className="mt-3 flex gap-2">
        <Button variant="primary" onClick={() => begin(null)}>
          {words.empty.start}
        </Button>
        <Button
          onClick={() =>
            begin(form === 'screenplay' ? words.empty.exampleScreenplay : words.empty.exampleProse)
          }
        >
          {words.empty.example}
        </Button>
      </div>
    </div>
  );
}
