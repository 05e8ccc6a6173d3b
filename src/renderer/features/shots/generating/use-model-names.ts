import { useEffect, useState } from 'react';
import type { ListedModel } from '../../../../contract/models.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';
import { nameWithPrice } from '../../../words/describe-model.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';

/** What stands for a model in a list: its name and price, once they were read; its id until then. */
export function useModelNames(): (provider: string, id: string) => string {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const words = useWords('models');
  const formats = useFormats();
  const keysRevision = useStudioState((state) => state.keysRevision);
  const [models, setModels] = useState<readonly ListedModel[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the keys or lists change
  useEffect(() => {
    if (!isOpen) return undefined;
    let wanted = true;
    client.models.list({ kind: null }).then(
      (catalogues) => wanted && setModels(catalogues.flatMap((catalogue) => catalogue.models)),
      // The ids stand.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, isOpen, keysRevision]);
  return (provider, id) => {
    const model = models.find((one) => one.provider === provider && one.id === id);
    return model === undefined ? id : nameWithPrice(model, words, formats);
  };
}
