import { Check } from 'lucide-react';
import { titleCaseName } from '../../../../domain/scenes/language/words.ts';
import type { ShotEdit } from '../../../../domain/shots/commands/edit-shot.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';
import { useRows } from '../../../state/project-context.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';

/** Who is in the picture: the cast as buttons that stay down, the most prominent first. */
export function PeopleFields({
  shot,
  onEdit,
}: {
  readonly shot: Shot;
  readonly onEdit: (fields: ShotEdit) => unknown;
}) {
  const words = useWords('shots');
  const cast = useRows('cast').filter(({ voiceOnly, name }) => !voiceOnly || shot.characters.includes(name));
  if (cast.length === 0) return <p className="text-sm text-faint">{words.noCast}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that stay down, not fields of a form
    <div role="group" aria-label={words.field.characters} className="flex flex-wrap gap-1">
      {cast.map(({ id, name, description }) => {
        const inPicture = shot.characters.includes(name);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={inPicture}
            title={description ?? undefined}
            onClick={() =>
              onEdit({
                characters: inPicture
                  ? shot.characters.filter((other) => other !== name)
                  : [...shot.characters, name],
              })
            }
            className="inline-flex h-6 max-w-full items-center gap-1 rounded-inner border border-line bg-raised px-2 text-sm text-muted hover:bg-hover aria-pressed:border-transparent aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
          >
            {inPicture ? <Icon of={Check} size={12} /> : null}
            <span className="truncate">{titleCaseName(name)}</span>
          </button>
        );
      })}
    </div>
  );
}
