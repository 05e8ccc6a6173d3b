import type { GenerationRequest } from '../../../../domain/jobs/generation-request.ts';
import { isPictureRequest } from '../../../../domain/jobs/request-kinds.ts';
import { composePrompt } from '../../../../domain/shots/prompt/compose-prompt.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRows } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';

/** The words of a take, and putting them into its shot again; null where it was asked with none. */
export function useTakeWords(
  shot: Shot,
  request: GenerationRequest | null,
): { readonly isSaidNow: boolean; readonly sayAgain: () => Promise<boolean> } | null {
  const { client } = useStudio();
  const { projectId } = useProject();
  const project = useRows('project')[0];
  const cast = useRows('cast');
  const places = useRows('place');
  const edit = useEdit();
  if (project === undefined || request === null || !isPictureRequest(request)) return null;
  const said = (from: Shot): string => composePrompt(from, { cast, places, project }, request.kind).text;
  const isComposed = said({ ...shot, promptOverride: null }) === request.prompt;
  return {
    isSaidNow: said(shot) === request.prompt,
    sayAgain: async () => {
      // What the shot says by itself needs no words written over it.
      const fields = { promptOverride: isComposed ? null : request.prompt };
      const receipt = await edit(() => client.shots.edit({ projectId, shotId: shot.id, fields }));
      return receipt !== null;
    },
  };
}
