import { Clapperboard } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ExportPresetName } from '../../../domain/export/export-presets.ts';
import type { CaptionMode } from '../../../domain/export/export-record.ts';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useProject } from '../../state/project-context.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { useFormats, useInterpret, useWords } from '../../words/use-words.ts';
import { CaptionChoice } from './caption-choice.tsx';
import { DeliverSkeleton } from './deliver-skeleton.tsx';
import { DestinationFields } from './destination/destination-fields.tsx';
import { useDestination } from './destination/use-destination.ts';
import { FilmFacts } from './film-facts.tsx';
import { MissingMedia } from './missing-media.tsx';
import { NoFilm } from './no-film.tsx';
import { FilmStrip } from './plan/film-strip.tsx';
import { PlanList } from './plan/plan-list.tsx';
import { PlanStrip } from './plan/plan-strip.tsx';
import { useOutline } from './plan/use-outline.ts';
import { PresetList } from './presets/preset-list.tsx';
import { fileNameOf } from './reports/film-report.ts';
import { QueueList } from './reports/queue-list.tsx';
import { ReportList } from './reports/report-list.tsx';
import { useExportCommands } from './use-export-commands.ts';

/** Presets on the left, the film and its plan in the middle, what is written and was written on the right. */
export function DeliverDesk() {
  const words = useWords('export');
  const formats = useFormats();
  const interpret = useInterpret();
  const { client } = useStudio();
  const { projectId } = useProject();
  const call = useCall();
  const [preset, setPreset] = useState<ExportPresetName>('standard');
  const [captions, setCaptions] = useState<CaptionMode>('burn');
  const [starting, setStarting] = useState(false);
  const place = useDestination();
  const { state, again } = useOutline({ preset, captions, destination: place.destination });
  const outline = state.is === 'ready' ? state.outline : null;
  const activities = useStudioState((studio) => studio.activities);
  const films = useMemo(
    () =>
      activities.filter(({ kind, finishedAtMs }) => kind === 'export' && finishedAtMs === null).toReversed(),
    [activities],
  );
  const own = films.filter((film) => film.projectId === projectId);
  const canStart = outline !== null && outline.missing.length === 0 && !starting;
  const start = async (): Promise<void> => {
    if (!canStart) return;
    setStarting(true);
    await call(
      () => client.exports.queue({ projectId, preset, captions, destination: place.destination }),
      ({ path, state: begun }) =>
        (begun === 'waiting' ? words.queued : words.started)(fileNameOf(path ?? '')),
    );
    setStarting(false);
  };
  useExportCommands({ start: () => void start(), canStart, own });
  const startButton = useCommandButton('export.start');

  if (state.is === 'loading') return <DeliverSkeleton />;
  return (
    <div className="grid min-h-0 flex-1 overflow-y-auto max-lg:auto-rows-max lg:grid-cols-[minmax(180px,232px)_minmax(0,1fr)_minmax(240px,340px)] lg:overflow-hidden">
      <aside aria-label={words.presetsTitle} className="border-line bg-panel lg:overflow-y-auto lg:border-r">
        <PanelTitle>{words.presetsTitle}</PanelTitle>
        <PresetList
          value={preset}
          sizeWords={outline === null ? '' : words.aboutSize(formats.bytes(outline.estimatedBytes))}
          onChange={setPreset}
        />
      </aside>

      <section aria-label={words.film} className="flex flex-col lg:min-h-0">
        {state.is === 'empty' ? (
          <NoFilm />
        ) : state.is === 'fault' ? (
          <ErrorState
            title={words.faultTitle}
            text={interpret(state.fault.message)}
            actions={<Button onClick={again}>{words.again}</Button>}
          />
        ) : (
          <>
            <div className="min-h-0 flex-1 overflow-y-auto px-6 py-5">
              <div className="mx-auto flex max-w-220 flex-col gap-6">
                <MissingMedia outline={state.outline} />
                <FilmFacts outline={state.outline} />
                <div
                  className={classNames('transition-opacity duration-150', state.settling && 'opacity-60')}
                >
                  <SectionTitle hint={words.planText}>{words.plan}</SectionTitle>
                  <FilmStrip durationFlicks={state.outline.durationFlicks} />
                  <PlanStrip outline={state.outline} />
                  <PlanList outline={state.outline} />
                </div>
                <div>
                  <SectionTitle>{words.captions}</SectionTitle>
                  <CaptionChoice value={captions} onChange={setCaptions} />
                </div>
                <div>
                  <SectionTitle>{words.destination}</SectionTitle>
                  <DestinationFields choice={place} outline={outline} />
                </div>
              </div>
            </div>
            <footer className="shrink-0 border-t border-line bg-panel px-6 max-lg:sticky max-lg:bottom-0">
              <div className="mx-auto flex min-h-12 max-w-220 items-center justify-end gap-3">
                <span className="min-w-0 flex-1 truncate text-sm text-faint">
                  {canStart || starting ? words.onlyHere : words.cannotStart}
                </span>
                <Button
                  variant="primary"
                  icon={Clapperboard}
                  busy={starting}
                  disabled={!canStart && !starting}
                  shortcut={startButton.shortcut}
                  onClick={startButton.onClick}
                >
                  {films.length > 0 ? words.startAgain : words.start}
                </Button>
              </div>
            </footer>
          </>
        )}
      </section>

      <aside
        aria-label={words.queue}
        className="flex min-h-80 flex-col border-line bg-panel lg:min-h-0 lg:border-l"
      >
        <PanelTitle>{words.queue}</PanelTitle>
        <QueueList films={films} />
        <PanelTitle follows>{words.reports}</PanelTitle>
        <ReportList />
      </aside>
    </div>
  );
}

function PanelTitle({
  children,
  follows = false,
}: {
  readonly children: string;
  readonly follows?: boolean;
}) {
  return (
    <h2
      className={classNames(
        'flex h-9 shrink-0 items-center border-b border-line px-3 text-sm font-medium text-muted',
        follows && 'border-t',
      )}
    >
      {children}
    </h2>
  );
}

function SectionTitle({ children, hint }: { readonly children: string; readonly hint?: string }) {
  return (
    <div className="mb-2">
      <h2 className="text-base font-medium text-text">{children}</h2>
      {hint === undefined ? null : <p className="text-sm text-faint">{hint}</p>}
    </div>
  );
}
