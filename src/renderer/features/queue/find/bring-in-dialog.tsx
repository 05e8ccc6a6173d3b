import { useEffect, useState } from 'react';
import type { PaidFinding } from '../../../../contract/jobs.ts';
import type { ProjectId, ShotId } from '../../../../domain/kernel/ids.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';

const none = '';

/** Where a result goes that no job of this studio knows: a project, and a shot of it. */
export function BringInDialog({
  finding,
  titles,
  onClose,
}: {
  readonly finding: PaidFinding;
  readonly titles: ReadonlyMap<ProjectId, string>;
  readonly onClose: () => void;
}) {
  const words = useWords('paidClips');
  const queue = useWords('queue');
  const { client } = useStudio();
  const call = useCall();
  const [projectId, setProjectId] = useState<ProjectId | null>(() => [...titles.keys()][0] ?? null);
  const [shots, setShots] = useState<readonly Shot[]>([]);
  const [shotId, setShotId] = useState<ShotId | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    setShots([]);
    setShotId(null);
    if (projectId === null) return undefined;
    let wanted = true;
    client.shots.list({ projectId }).then(
      (list) => {
        if (wanted) setShots(list);
      },
      // Without the list it goes to the project.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, projectId]);
  const bringIn = async (): Promise<void> => {
    if (projectId === null) return;
    setBusy(true);
    const { provider, requestId } = finding;
    const job = await call(
      () => client.jobs.adoptOrphan({ provider, requestId, projectId, shotId }),
      () => words.broughtIn,
    );
    setBusy(false);
    if (job !== null) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.into}
      description={words.intoText}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" busy={busy} disabled={projectId === null} onClick={() => void bringIn()}>
            {words.doBringIn}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="selectable line-clamp-4 text-base text-text">{finding.prompt ?? words.noPrompt}</p>
        <Select
          label={words.project}
          value={projectId}
          options={[...titles].map(([value, label]) => ({ value, label }))}
          onChange={setProjectId}
        />
        <Select
          label={words.shot}
          value={shotId ?? none}
          options={[
            { value: none, label: words.noShot },
            ...shots.map((shot, index) => ({
              value: shot.id as string,
              label: `${queue.shot(String(index + 1))} · ${shot.description.slice(0, 60)}`,
            })),
          ]}
          onChange={(value) => setShotId(value === none ? null : (value as ShotId))}
        />
      </div>
    </Dialog>
  );
}
