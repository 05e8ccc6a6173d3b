import { saveTextFile } from '../../../actions/save-text-file.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { Button } from '../../../ui/button.tsx';
import { useProfileWords } from '../../../words/account-words.ts';

/** Codes to put aside, as they are shown once. */
export function BackupCodes({ codes, email }: { readonly codes: readonly string[]; readonly email: string }) {
  const words = useProfileWords().backup;
  const status = useStatusLine();
  const text = `${words.fileHead(email)}\n\n${codes.join('\n')}\n`;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-base text-text">{words.once}</p>
      <ul
        aria-label={words.title}
        className="selectable grid grid-cols-2 gap-x-4 gap-y-1 rounded-inner border border-line bg-ground p-3 font-mono text-base text-text"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex gap-2">
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(codes.join('\n')).then(() => status.say(words.copied))
          }
        >
          {words.copy}
        </Button>
        <Button onClick={() => saveTextFile({ fileName: 'reelwright-backup-codes.txt', text })}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}
