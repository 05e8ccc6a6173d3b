import { useCallback } from 'react';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useInterpret } from '../../../words/use-words.ts';

/**
 * Has the studio read a file through that cannot be decoded here. One whose bytes have changed is said, by its shot, and all
 * pages know of it from then on; one that is whole is merely of a kind that this browser does not decode.
 */
export function useExaminedFile(): (assetId: AssetId) => void {
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const status = useStatusLine();
  const interpret = useInterpret();
  return useCallback(
    (assetId) => {
      const examine = async (): Promise<void> => {
        const { fault } = await client.assets.examine({ assetId });
        if (fault === null) return;
        status.say(interpret(fault), 'problem', 'app.examine');
        shots.setAbsent(await client.assets.absent({ projectId }));
      };
      // That it cannot be shown was said already; a line that is lost says so itself.
      examine().catch(() => undefined);
    },
    [client, projectId, shots, status, interpret],
  );
}
