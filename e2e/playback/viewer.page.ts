import { undirectedProject } from '../../src/domain/project/undirected-project.ts';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './viewer.css';
import { createElement as make, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import type { Asset } from '../../src/domain/assets/asset.ts';
import { ProjectId } from '../../src/domain/kernel/ids.ts';
import type { TimelineRows } from '../../src/domain/timeline/timeline-index.ts';
import { type CommandRegistry, createCommandRegistry } from '../../src/renderer/actions/command-registry.ts';
import { createStatusLine, StatusContext } from '../../src/renderer/actions/status-line.ts';
import { CommandContext } from '../../src/renderer/actions/use-commands.ts';
import { createLiveTimeline } from '../../src/renderer/features/timeline/live/live-timeline.ts';
import { SourceViewer } from '../../src/renderer/features/timeline/viewer/source-viewer.tsx';
import { createViewedPlace } from '../../src/renderer/features/timeline/viewer/viewed-film.ts';
import { Viewer } from '../../src/renderer/features/timeline/viewer/viewer.tsx';
import { createViewerSettings } from '../../src/renderer/features/timeline/viewer/viewer-settings.ts';
import { ProjectContext, type ProjectContextValue } from '../../src/renderer/state/project-context.ts';
import { createProjectMirror } from '../../src/renderer/state/project-mirror.ts';
import { createProjectView, type ProjectViewStore } from '../../src/renderer/state/project-view.ts';
import { createShotIndex } from '../../src/renderer/state/shot-index.ts';
import { StudioContext, type StudioContextValue } from '../../src/renderer/state/studio-context.ts';
import { TooltipProvider } from '../../src/renderer/ui/tooltip.tsx';
import { createFormats } from '../../src/renderer/words/formats.ts';
import { loadFirstLook, loadPageWords } from '../../src/renderer/words/languages.ts';
import { WordsContext } from '../../src/renderer/words/use-words.ts';

/** What tests ask of the page with the viewers. */
export interface ViewersPage {
  /** The program viewer over a timeline, and the source viewer beside it with `source`, or alone. */
  open(rows: string, source: Asset | 'nothing' | null, language: 'en' | 'de'): Promise<void>;
  readonly commands: CommandRegistry;
  view(): ProjectViewStore;
  /** What the status line says. */
  status(): string | null;
}

declare global {
  interface Window {
    viewers: ViewersPage;
  }
}

const projectId = ProjectId.parse('project');
const project = {
  id: projectId,
  title: 'The Last Signal',
  sourceKind: 'fountain',
  sourceName: 'signal.fountain',
  sourcePath: null,
  sourceAssetId: null,
  aspect: '16:9',
  widthPx: 1280,
  heightPx: 720,
  fpsNum: 24,
  fpsDen: 1,
  style: 'noir',
  breakdownDigest: null,
  createdAtMs: 0,
  trashedAtMs: null,
  budgetUsdMicros: null,
  ...undirectedProject,
} as const;

/** A component that wants its children as a property, with children of the other kind. */
function Around({
  around,
  children,
}: {
  readonly around: typeof TooltipProvider;
  readonly children?: ReactNode;
}): ReactNode {
  return around({ children });
}

const commands = createCommandRegistry();
const status = createStatusLine();
const place = document.getElementById('root');
if (place === null) throw new Error('no place');
const root = createRoot(place);
let view = createProjectView();
let opened = 0;

window.viewers = {
  async open(json, source, language) {
    const rows = JSON.parse(json) as TimelineRows;
    const mirror = createProjectMirror();
    mirror.receive({ kind: 'rows', entity: 'project', rows: [project] });
    mirror.receive({ kind: 'rows', entity: 'track', rows: rows.tracks as never });
    mirror.receive({ kind: 'rows', entity: 'item', rows: rows.items as never });
    mirror.receive({ kind: 'rows', entity: 'transition', rows: rows.transitions as never });
    mirror.receive({ kind: 'ready' });
    view = createProjectView();
    const film = createLiveTimeline(mirror, projectId);
    film.follow();
    const settings = createViewerSettings();
    const firstLook = await loadFirstLook(language);
    const pages = await loadPageWords(language);
    // Only the preferences are asked for.
    const studio = { state: createStore(() => ({ preferences: {} })) } as unknown as StudioContextValue;
    const context: ProjectContextValue = { projectId, mirror, shots: createShotIndex(mirror), view };
    const words = {
      language,
      firstLook,
      pages,
      formats: createFormats(language),
      interpret: (said: string) => said,
    };
    const sourcePlace = createViewedPlace();
    const panels: ReactNode[] = [];
    if (source !== null) {
      const asset = source === 'nothing' ? null : source;
      panels.push(make(SourceViewer, { key: 'source', asset, place: sourcePlace, settings }));
    }
    panels.push(make(Viewer, { key: 'program', film, settings }));
    const page = make(
      'div',
      { key: ++opened, className: `grid h-full gap-px bg-line ${source === null ? '' : 'grid-cols-2'}` },
      ...panels.map((panel, key) => make('div', { key, className: 'min-h-0 min-w-0' }, panel)),
    );
    root.render(
      make(
        StudioContext,
        { value: studio },
        make(
          StatusContext,
          { value: status },
          make(
            CommandContext,
            { value: commands },
            make(
              WordsContext,
              { value: words },
              make(ProjectContext, { value: context }, make(Around, { around: TooltipProvider }, page)),
            ),
          ),
        ),
      ),
    );
  },
  commands,
  view: () => view,
  status: () => status.message.getState().latest?.text ?? null,
};
