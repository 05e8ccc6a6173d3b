import { useCallback } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { ProjectSettings } from '../../../../contract/projects.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { createFromStory, type StorySource } from '../../../client/story-source.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useInterpret, useWords } from '../../../words/use-words.ts';

export interface ProjectWish {
  readonly source: StorySource;
  readonly title: string | null;
  readonly settings: ProjectSettings;
}

export type Creation =
  | { readonly ok: true; readonly projectId: ProjectId }
  | { readonly ok: false; readonly sentence: string };

/** Makes projects, and remembers with which settings. */
export function useCreateProject(): (wish: ProjectWish) => Promise<Creation> {
  const { client, host } = useStudio();
  const words = useWords('library');
  const interpret = useInterpret();
  return useCallback(
    async (wish) => {
      try {
        const projectId = await createFromStory(client, host, { ...wish, fallbackTitle: words.untitled });
        // Forgotten settings are no reason to say that anything failed.
        client.studio.setPreference({ name: 'newProject', value: wish.settings }).catch(() => undefined);
        return { ok: true, projectId };
      } catch (error) {
        return { ok: false, sentence: interpret(faultOfCall(error).message) };
      }
    },
    [client, host, words, interpret],
  );
}
