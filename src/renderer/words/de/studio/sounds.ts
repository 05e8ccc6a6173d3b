import type { Phrase } from '../../interpret.ts';

/** What the studio says of voices, music, effects and other asked-for work. */
export const sounds: readonly Phrase[] = [
  [
    'Ask for it again in the queue, at its price.',
    'Verlangen Sie es in der Warteschlange noch einmal, zu seinem Preis.',
  ],
  [
    'It was paid for before, and its file is not there any more. Put the file back, or ask for another take.',
    'Es wurde schon bezahlt, und die Datei ist nicht mehr da. Legen Sie die Datei zurück, oder verlangen Sie einen anderen Take.',
  ],
  [
    '{provider} does not make {kind} here. Nothing was sent. Choose another provider.',
    '{provider} macht hier nichts dergleichen ({kind}). Nichts wurde gesendet. Wählen Sie einen anderen Anbieter.',
  ],
  [
    'No provider that makes {kind} is ready. Nothing was sent. Enter a key for one under Settings, Providers.',
    'Kein Anbieter dafür ist bereit ({kind}). Nichts wurde gesendet. Tragen Sie unter Einstellungen, Anbieter einen Schlüssel ein.',
  ],
  [
    'This would cost {cost}, more than its limit of {limit}. Nothing was sent. Raise the limit, or ask for less.',
    'Das würde {cost} kosten, mehr als das Limit von {limit} dafür. Nichts wurde gesendet. Erhöhen Sie das Limit, oder verlangen Sie weniger.',
  ],
  [
    'There is no provider "{provider}" here. Choose another one.',
    'Hier gibt es keinen Anbieter „{provider}“. Wählen Sie einen anderen.',
  ],
  [
    'What was asked for is there already. Nothing was made or sent.',
    'Was verlangt wurde, ist schon da. Nichts wurde gemacht oder gesendet.',
  ],
  [
    'The studio was closed. Finished takes are kept; requests at a provider are followed to their end at the next start.',
    'Das Studio wurde geschlossen. Fertige Takes bleiben; Aufträge bei einem Anbieter werden beim nächsten Start zu Ende verfolgt.',
  ],
  [
    'Finished takes are kept, and requests already at the provider are followed to their end.',
    'Fertige Takes bleiben, und Aufträge, die schon beim Anbieter sind, werden zu Ende verfolgt.',
  ],
  [
    'That clip is not on the timeline any more. Nothing was sent.',
    'Dieser Clip ist nicht mehr auf der Timeline. Nichts wurde gesendet.',
  ],
  [
    'Nothing can be heard in that clip. Nothing was sent. Choose one with sound.',
    'In diesem Clip ist nichts zu hören. Nichts wurde gesendet. Wählen Sie einen mit Ton.',
  ],
  [
    'Nobody says anything in it. No captions were laid.',
    'Darin sagt niemand etwas. Es wurden keine Untertitel gelegt.',
  ],
  [
    'What is said there has captions already. They stay as they are.',
    'Was dort gesagt wird, hat schon Untertitel. Sie bleiben, wie sie sind.',
  ],
  ['Heard for {cost}.', 'Angehört für {cost}.'],
  ['1 caption was laid.', '1 Untertitel wurde gelegt.'],
  ['{n} captions were laid.', '{n} Untertitel wurden gelegt.'],
  ['Captions from what is said', 'Untertitel aus dem Gesprochenen'],
  [
    'The transcript cannot be read. No captions were laid. Ask for it once more, or write captions by hand.',
    'Die Abschrift ist nicht lesbar. Es wurden keine Untertitel gelegt. Verlangen Sie sie noch einmal, oder schreiben Sie Untertitel von Hand.',
  ],
];
