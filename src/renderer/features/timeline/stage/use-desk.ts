import { useMemo } from 'react';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { useCut } from '../cut-context.ts';
import type { Desk } from '../gestures/desk.ts';
import type { StageOverlay } from '../gestures/overlay.ts';
import type { StageModel } from './stage-model.ts';

/** What gestures and commands of the timeline work with. */
export function useDesk(model: StageModel, overlay: StageOverlay): Desk {
  const { projectId, mirror, view } = useProject();
  const { live, view: cut } = useCut();
  const { client } = useStudio();
  const edit = useEdit();
  const status = useStatusLine();
  const interpret = useInterpret();
  const words = useWords('timeline');
  const formats = useFormats();
  return useMemo(
    () => ({
      projectId,
      mirror,
      live,
      cut,
      view,
      overlay,
      rows: model.rows,
      sounds: ({ assetId }) =>
        assetId !== null && (mirror.row('asset', assetId)?.facts?.audio ?? null) !== null,
      gainWords: (gainDb) => words.gainTip(formats.number(Math.abs(gainDb)), Math.sign(gainDb)),
      commit: (plan) => live.commit(plan.step, () => edit(() => plan.call(client.timeline))),
      say: (sentence) => status.say(sentence, 'problem'),
      refusalOf: ({ message }) => interpret(message),
    }),
    [projectId, mirror, live, cut, view, overlay, model, client, edit, status, interpret, words, formats],
  );
}
