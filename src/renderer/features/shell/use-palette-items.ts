import { useEffect, useMemo, useState } from 'react';
import type { SearchHit } from '../../../contract/projects/search-hit.ts';
import type { ProjectSummary } from '../../../contract/projects.ts';
import { allCommands } from '../../actions/all-commands.ts';
import { useCommandRegistry } from '../../actions/use-commands.ts';
import { useShortcuts } from '../../actions/use-shortcuts.ts';
import { routeOfHit } from '../../state/route-of-hit.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { useWords } from '../../words/use-words.ts';
import type { PaletteItem } from './palette-items.ts';

/** From so many letters on the texts of all projects are searched. */
const searchFrom = 3;
/** A search begins when nobody has typed for so long. */
const restMs = 150;

/** What the palette finds wherever one is: commands that can be used now, projects, words in texts. */
export function useGeneralItems(words: string): readonly PaletteItem[] {
  const commands = useCommandItems();
  const projects = useProjectItems();
  const texts = useTextItems(words);
  return useMemo(() => [...commands, ...projects, ...texts], [commands, projects, texts]);
}

/** Made anew with each opening of the palette, and so with what can be done at that moment. */
function useCommandItems(): readonly PaletteItem[] {
  const registry = useCommandRegistry();
  const titles = useWords('commands');
  const shortcuts = useShortcuts();
  return useMemo(
    () =>
      allCommands
        .filter(({ id }) => id !== 'app.palette' && registry.canRun(id))
        .map(
          ({ id }): PaletteItem => ({
            key: `command ${id}`,
            group: 'commands',
            title: registry.titleOf(id) ?? titles[id],
            // Found by its usual title as well, where it is called otherwise now.
            ...(registry.titleOf(id) === null ? {} : { also: titles[id] }),
            shortcut: shortcuts.get(id)?.[0] ?? null,
            run: () => registry.run(id),
          }),
        ),
    [registry, titles, shortcuts],
  );
}

function useProjectItems(): readonly PaletteItem[] {
  const { client, navigate } = useStudio();
  const revision = useStudioState((state) => state.projectsRevision);
  const words = useWords('shell');
  const [projects, setProjects] = useState<readonly ProjectSummary[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to read again.
  useEffect(() => {
    let wanted = true;
    client.projects.list({ trashed: false }).then(
      (list) => wanted && setProjects(list),
      // The palette works without them; a lost line is shown by the connection itself.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, revision]);
  return useMemo(
    () =>
      projects.map(
        ({ project }): PaletteItem => ({
          key: `project ${project.id}`,
          group: 'projects',
          title: words.openProject(project.title),
          shortcut: null,
          run: () => navigate({ at: 'project', projectId: project.id, page: 'board' }),
        }),
      ),
    [projects, navigate, words],
  );
}

function useTextItems(typed: string): readonly PaletteItem[] {
  const { client, navigate } = useStudio();
  const [found, setFound] = useState<readonly SearchHit[]>([]);
  const words = typed.trim();
  useEffect(() => {
    if (words.length < searchFrom) {
      setFound([]);
      return;
    }
    let wanted = true;
    const timer = setTimeout(() => {
      client.projects.search({ words, limit: 30 }).then(
        (hits) => wanted && setFound(hits),
        () => undefined,
      );
    }, restMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, words]);
  return useMemo(
    () =>
      found.map(
        (hit): PaletteItem => ({
          key: `text ${hit.entity} ${hit.id}`,
          group: 'texts',
          title: `${hit.projectTitle} · ${hit.excerpt}`,
          shortcut: null,
          run: () => navigate(routeOfHit(hit)),
        }),
      ),
    [found, navigate],
  );
}
