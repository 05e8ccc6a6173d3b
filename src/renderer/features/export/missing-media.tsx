import { TriangleAlert } from 'lucide-react';
import type { ExportOutline } from '../../../contract/exports.ts';
import type { ShotId, TakeId } from '../../../domain/kernel/ids.ts';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { useProject } from '../../state/project-context.ts';
import type { ProjectMirror } from '../../state/project-mirror.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useFormats, useWords } from '../../words/use-words.ts';

const named = 5;

/** What keeps the film from being written, or makes less of it than it could be, with the way to change that. */
export function MissingMedia({ outline }: { readonly outline: ExportOutline }) {
  const words = useWords('export');
  const formats = useFormats();
  const { mirror } = useProject();
  const { missing, segments } = outline;
  if (missing.length > 0) {
    const names = missing.slice(0, named).map((name) => `“${name}”`);
    if (missing.length > named) names.push(words.missingMore(missing.length - named));
    return (
      <Banner
        tone="bad"
        title={words.missingTitle(missing.length)}
        shotIds={() => shotsShowing(mirror, missing)}
      >
        <span className="selectable break-words text-text">{formats.list(names)}.</span> {words.missingText}
      </Banner>
    );
  }
  if (!segments.some(({ why }) => why === 'no-take')) return null;
  return (
    <Banner tone="note" title={words.noTakesTitle}>
      {words.noTakesText}
    </Banner>
  );
}

/** The shots whose chosen takes are these media, so that one command makes them again. */
function shotsShowing(mirror: ProjectMirror, names: readonly string[]): ReadonlySet<ShotId> {
  const wanted = new Set(names);
  const isNamed = (takeId: TakeId | null): boolean => {
    const take = takeId === null ? null : mirror.row('take', takeId);
    const asset = take === null ? null : mirror.row('asset', take.assetId);
    return asset !== null && wanted.has(asset.name);
  };
  const shots = mirror
    .rows('shot')
    .filter((shot) => isNamed(shot.chosenClipId) || isNamed(shot.chosenStillId));
  return new Set(shots.map(({ id }) => id));
}

function Banner({
  tone,
  title,
  shotIds,
  children,
}: {
  readonly tone: 'bad' | 'note';
  readonly title: string;
  /** Selected on the way to the Board, where there are any. */
  readonly shotIds?: () => ReadonlySet<ShotId>;
  readonly children: React.ReactNode;
}) {
  const words = useWords('export');
  const { navigate } = useStudio();
  const { projectId, view } = useProject();
  const examine = useCommandButton('app.examine');
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'note'}
      className="flex items-start gap-3 rounded-outer border border-line bg-raised px-3 py-2.5"
    >
      <Icon of={TriangleAlert} className={tone === 'bad' ? 'mt-0.5 text-bad' : 'mt-0.5 text-accent-text'} />
      <div className="min-w-0 flex-1">
        <p className="text-base font-medium text-text">{title}</p>
        <p className="text-sm text-muted">{children}</p>
      </div>
      {tone === 'bad' ? (
        <Button size="small" variant="quiet" onClick={examine.onClick}>
          {examine.label}
        </Button>
      ) : null}
      <Button
        size="small"
        onClick={() => {
          if (shotIds !== undefined) view.setState({ shotIds: shotIds() });
          navigate({ at: 'project', projectId, page: 'board' });
        }}
      >
        {words.toBoard}
      </Button>
    </div>
  );
}
