import { useCallback, useEffect, useRef, useState } from 'react';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { useProfileWords } from '../../../words/account-words.ts';
import { Group } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { Initials } from './initials.tsx';
import { makeSmall } from './make-small.ts';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** The picture that others see: chosen from a file, made small in this window, and taken away. */
export function PersonPicture({
  name,
  hasPicture,
  onChanged,
}: {
  readonly name: string;
  readonly hasPicture: boolean;
  readonly onChanged: () => void;
}) {
  const words = useProfileWords().picture;
  const { client } = useStudio();
  const { busy, refusal, run } = useAttempt();
  const file = useRef<HTMLInputElement>(null);
  const ask = useCallback(async () => (hasPicture ? client.profile.picture() : null), [client, hasPicture]);
  const { asked, again } = useAsked(ask);
  const address = useAddressOf(asked.is === 'ready' ? asked.value : null);
  const set = (chosen: File): Promise<boolean> =>
    run('set', async () => {
      await client.profile.setPicture({ picture: await makeSmall(chosen, words.unreadable) });
      again();
      onChanged();
    });
  return (
    <Group title={words.title}>
      <div className="flex items-center gap-3">
        <span className="relative size-16 shrink-0 overflow-hidden rounded-full">
          <Picture source={address}>
            <Initials name={name} look="size-16 text-lg" />
          </Picture>
        </span>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={words.choose}
          accept="image/jpeg,image/png,image/webp,image/gif"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            target.value = '';
            if (chosen !== undefined) void set(chosen);
          }}
        />
        <Button busy={busy === 'set'} onClick={() => file.current?.click()}>
          {hasPicture ? words.another : words.choose}
        </Button>
        {hasPicture ? (
          <Button
            variant="danger"
            busy={busy === 'remove'}
            onClick={() =>
              void run('remove', async () => {
                await client.profile.setPicture({ picture: null });
                onChanged();
              })
            }
          >
            {words.remove}
          </Button>
        ) : null}
      </div>
      <Refusal words={refusal} />
    </Group>
  );
}

/** An address within this window for a picture, for as long as it is shown. */
function useAddressOf(picture: { readonly type: string; readonly base64: string } | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (picture === null) {
      setAddress(null);
      return undefined;
    }
    const bytes = Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type: picture.type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address;
}
