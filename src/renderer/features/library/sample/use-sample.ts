import { useCallback, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useCommandRegistry } from '../../../actions/use-commands.ts';
import { hashOf } from '../../../state/route.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import { startSample, whenWatchable } from './start-sample.ts';

/**
 * One click from nothing to a film: the sample is made and drawn, Cut opens at once and fills as takes arrive, and the
 * film plays as soon as it can be watched, unless the person has gone elsewhere or plays it already.
 */
export function useSample(): { readonly busy: boolean; readonly start: () => void } {
  const { client, state, navigate } = useStudio();
  const registry = useCommandRegistry();
  const status = useStatusLine();
  const words = useWords('library');
  const interpret = useInterpret();
  const [busy, setBusy] = useState(false);
  const start = useCallback(async (): Promise<void> => {
    setBusy(true);
    try {
      const { projectId, activityId, filmMs } = await startSample(client);
      const route = { at: 'project', projectId, page: 'cut' } as const;
      navigate(route);
      status.say(words.sampleStarted, 'done', 'app.settings');
      whenWatchable(state, { activityId, filmMs, nowMs: () => performance.now() }, () => {
        status.say(words.samplePlays, 'done', 'app.settings');
        if (location.hash === hashOf(route) && registry.isChecked('play.toggle') !== true)
          registry.run('play.toggle');
      });
    } catch (error) {
      status.say(interpret(faultOfCall(error).message), 'problem');
    } finally {
      setBusy(false);
    }
  }, [client, state, navigate, registry, status, words, interpret]);
  return { busy, start: () => void (busy ? undefined : start()) };
}
