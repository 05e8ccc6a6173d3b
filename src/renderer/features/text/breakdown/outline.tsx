import { useMemo } from 'react';
import { useProjectView } from '../../../state/project-context.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../words/use-words.ts';
import { useDesk, useScript } from '../page/write-desk.ts';
import { outlineOf } from './panel-rows.ts';

const indents = ['pl-3', 'pl-6', 'pl-9', 'pl-12', 'pl-15', 'pl-18'] as const;

/** Sections, chapters and scene headings of the script, to jump about in it. */
export function Outline() {
  const words = useWords('text');
  const desk = useDesk();
  const script = useScript();
  const entries = useMemo(() => outlineOf(script), [script]);
  const current = useProjectView((view) => view.blockId);
  return (
    <nav
      id="write-breakdown"
      tabIndex={-1}
      aria-label={words.panel.outline}
      className="min-h-0 flex-1 overflow-y-auto py-1"
    >
      {entries.length === 0 ? <p className="px-4 py-3 text-muted">{words.panel.outlineEmpty}</p> : null}
      {entries.map(({ block, depth }) => (
        <button
          key={block.id}
          type="button"
          aria-current={block.id === current ? 'location' : undefined}
          onClick={() => desk.editor.current?.reveal(block.id, 0)}
          className={classNames(
            'flex h-7 w-full items-center gap-2 pr-3 text-left -outline-offset-2 hover:bg-hover aria-[current]:bg-accent-soft',
            indents[Math.min(depth, indents.length - 1)],
            block.kind === 'heading' ? 'text-muted' : 'font-medium text-text',
          )}
        >
          {block.sceneNumber === null ? null : (
            <span className="w-6 shrink-0 font-mono text-sm text-faint">{block.sceneNumber}</span>
          )}
          <span className="truncate">{block.text}</span>
        </button>
      ))}
    </nav>
  );
}
