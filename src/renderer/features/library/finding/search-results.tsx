import { Clapperboard, FileText, Film, Type } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { SearchHit } from '../../../../contract/projects/search-hit.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Icon, type IconType } from '../../../ui/icon.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import { groupHits, type HitGroup, partsOf } from './group-hits.ts';
import { mostHits, type SearchState } from './use-search.ts';

export interface SearchResultsProps {
  readonly state: SearchState;
  readonly onOpen: (hit: SearchHit) => void;
  /** Up from the first result. */
  readonly onLeave: () => void;
}

const icons: Readonly<Record<SearchHit['entity'], IconType>> = {
  project: Type,
  block: FileText,
  scene: Clapperboard,
  shot: Film,
};

/** What was found, by project; arrows go from place to place. */
export function SearchResults({ state, onOpen, onLeave }: SearchResultsProps) {
  const words = useWords('library');
  const interpret = useInterpret();
  if (state.is === 'failed')
    return <ErrorState title={words.searchFailed} text={interpret(state.sentence)} />;
  if (state.is !== 'found') {
    return <p className="animate-late p-4 text-base text-muted">{words.searching}</p>;
  }
  if (state.hits.length === 0) return <EmptyState title={words.noResults} text={words.noResultsText} />;
  const { hits } = state;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: moves the focus among the buttons within.
    <div
      className="min-h-0 flex-1 overflow-y-auto px-4 py-4"
      data-results
      onKeyDown={(event) => moveFocus(event, onLeave)}
    >
      <p role="status" className="pb-2 text-sm text-faint tabular-nums">
        {hits.length >= mostHits ? words.resultsMost(mostHits) : words.resultsFor(hits.length)}
      </p>
      {/* The words of a row stand under the count; its colour reaches beyond. */}
      <div className="-mx-2 flex max-w-220 flex-col gap-4">
        {groupHits(hits).map((group) => (
          <Group key={group.projectId} group={group} onOpen={onOpen} />
        ))}
      </div>
    </div>
  );
}

function Group({ group, onOpen }: { readonly group: HitGroup; readonly onOpen: (hit: SearchHit) => void }) {
  const words = useWords('library');
  const heading: SearchHit = group.inTitle ?? {
    projectId: group.projectId,
    projectTitle: group.title,
    entity: 'project',
    id: group.projectId,
    excerpt: group.title,
    matches: [],
  };
  return (
    <section aria-label={group.title}>
      <h2>
        <button
          type="button"
          onClick={() => onOpen(heading)}
          className="flex h-7 w-full items-center rounded-inner px-2 text-left text-lg font-medium hover:bg-hover"
        >
          <span className="truncate">
            <Marked hit={heading} />
          </span>
        </button>
      </h2>
      <ul>
        {group.hits.map((hit) => (
          <li key={`${hit.entity} ${hit.id}`}>
            <button
              type="button"
              onClick={() => onOpen(hit)}
              className="flex h-7 w-full items-center gap-2 rounded-inner px-2 text-left text-base text-muted hover:bg-hover"
            >
              <Icon of={icons[hit.entity]} size={14} className="shrink-0 text-faint" />
              <span className="sr-only">{words.kinds[hit.entity]}: </span>
              <span className="min-w-0 flex-1 truncate">
                <Marked hit={hit} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Marked({ hit }: { readonly hit: SearchHit }) {
  return partsOf(hit).map(({ text, marked, at }) =>
    marked ? (
      <mark key={at} className="rounded-inner bg-accent-soft px-px text-accent-text">
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  event.preventDefault();
  const next = at + (event.key === 'ArrowDown' ? 1 : -1);
  if (next < 0) onLeave();
  else buttons[Math.min(next, buttons.length - 1)]?.focus();
}
