import { Ellipsis } from 'lucide-react';
import { memo, useState } from 'react';
import type { ProjectSummary } from '../../../../contract/projects.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { classNames } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { MenuEntry } from '../../../ui/menu-entries.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type GridGeometry, posterSize } from './grid-geometry.ts';
import { Poster } from './poster.tsx';
import { ProjectFacts, useFactsInWords } from './project-facts.tsx';
import { TitleField } from './title-field.tsx';

export interface ProjectCardProps {
  readonly summary: ProjectSummary;
  readonly place: number;
  readonly column: number;
  readonly geometry: GridGeometry;
  readonly widthPx: number;
  /** The one that Tab leads to. */
  readonly isActive: boolean;
  /** The one that commands are about. */
  readonly isChosen: boolean;
  readonly renaming: boolean;
  readonly nowMs: number;
  readonly onActive: (id: ProjectId) => void;
  readonly onOpen: (summary: ProjectSummary) => void;
  readonly onRename: (summary: ProjectSummary, title: string | null) => void;
  readonly entriesOf: (summary: ProjectSummary) => readonly MenuEntry[];
}

/** One project: its poster, its title, and what there is to know at a glance. */
export const ProjectCard = memo(function ProjectCard(props: ProjectCardProps) {
  const { summary, place, column, geometry, widthPx, isActive, isChosen, renaming, nowMs } = props;
  const { onActive, onOpen, onRename, entriesOf } = props;
  const { project } = summary;
  // Its button is seen only by whoever is at the card; hundreds of menus are not made for nobody.
  const [near, setNear] = useState(false);
  const words = useWords('library');
  const facts = useFactsInWords(summary, nowMs);
  const size = posterSize(geometry, project.widthPx / project.heightPx);
  return (
    // biome-ignore lint/a11y/useSemanticElements: posters are no table, and only those in sight are drawn.
    <div
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      data-place={place}
      aria-colindex={column + 1}
      aria-selected={isChosen}
      onPointerEnter={() => setNear(true)}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onActive(project.id);
      }}
      className="group flex shrink-0 flex-col rounded-outer outline-none"
      style={{ width: `${widthPx}px` }}
    >
      <span className="sr-only">{`${project.title}. ${facts.join(', ')}`}</span>
      {/* The cell itself opens with Enter; the poster is for the pointer. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above. */}
      <div
        className="flex cursor-pointer items-end"
        style={{ height: `${geometry.posterHeightPx}px` }}
        onClick={() => onOpen(summary)}
      >
        <div
          className={classNames(
            'overflow-hidden rounded-inner outline-1 outline-line transition-[outline-color] duration-100 group-hover:outline-line-strong',
            'group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent',
          )}
          style={{ width: `${size.widthPx}px`, height: `${size.heightPx}px` }}
        >
          <Poster summary={summary} />
        </div>
      </div>
      <div className="flex items-start gap-1 pt-2">
        <div className="min-w-0 flex-1">
          {renaming ? (
            <TitleField title={project.title} onDone={(title) => onRename(summary, title)} />
          ) : (
            <p aria-hidden className="truncate text-lg font-medium text-text" title={project.title}>
              {project.title}
            </p>
          )}
          <div aria-hidden>
            <ProjectFacts summary={summary} nowMs={nowMs} />
          </div>
        </div>
        {near || isActive ? (
          <Menu
            align="end"
            trigger={
              <IconButton
                icon={Ellipsis}
                size="small"
                label={words.more(project.title)}
                tabIndex={-1}
                className="opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100"
              />
            }
            entries={() => entriesOf(summary)}
          />
        ) : (
          <span className="size-6 shrink-0" />
        )}
      </div>
    </div>
  );
});
