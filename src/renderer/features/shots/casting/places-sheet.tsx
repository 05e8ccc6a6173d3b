import { useState } from 'react';
import { findPlace } from '../../../../domain/cast/find-place.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRows } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { SubjectFields } from './subject-fields.tsx';
import { SubjectList } from './subject-list.tsx';
import type { PlaceUse } from './use-place-names.ts';

/** The places: what each looks like, in words and pictures. */
export function PlacesSheet({ names }: { readonly names: readonly PlaceUse[] }) {
  const words = useWords('casting');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const places = useRows('place');
  const [chosen, setChosen] = useState<string | null>(null);
  const use = names.find(({ name }) => name === chosen) ?? names[0];
  if (use === undefined) return <p className="p-4 text-base text-muted">{words.noPlaces}</p>;
  const place = findPlace(places, use.name);
  return (
    <SubjectList
      label={words.title}
      entries={names.map(({ name, shots }) => ({
        id: name,
        name,
        facts: words.inShots(shots),
        pictureId: findPlace(places, name)?.referenceAssetIds[0] ?? null,
      }))}
      chosenId={use.name}
      onChoose={setChosen}
    >
      <SubjectFields
        key={use.name}
        name={use.name}
        description={place?.description ?? null}
        hint={words.placeHint}
        referenceAssetIds={place?.referenceAssetIds ?? []}
        onDescribe={(description) =>
          edit(() => client.cast.editPlace({ projectId, name: use.name, fields: { description } }))
        }
        onReferences={(referenceAssetIds) =>
          edit(() =>
            client.cast.editPlace({
              projectId,
              name: use.name,
              fields: { referenceAssetIds: [...referenceAssetIds] },
            }),
          )
        }
      />
    </SubjectList>
  );
}
