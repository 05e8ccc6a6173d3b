import type { Phrase } from '../../interpret.ts';

/** How the writing of a film went. */
export const films: readonly Phrase[] = [
  ['Waits for the film that is being written.', 'Wartet auf den Film, der gerade geschrieben wird.'],
  ['Cancelled.', 'Abgebrochen.'],
  [
    'Nothing of this film is left, and a file that was there before is as it was.',
    'Von diesem Film bleibt nichts, und eine Datei, die vorher da war, ist, wie sie war.',
  ],
  [
    'The studio was closed before the film was complete.',
    'Das Studio wurde geschlossen, bevor der Film fertig war.',
  ],
  ['Nothing of it is left; export it again.', 'Von ihm bleibt nichts; ihn noch einmal ausgeben.'],
  ['The film is written: {path}.', 'Der Film ist fertig: {path}.'],
  ['{path} is being written already.', '{path} wird schon geschrieben.'],
  [
    'That export goes on; wait for it or choose another name.',
    'Diese Ausgabe läuft weiter; sie abwarten oder einen anderen Namen wählen.',
  ],
  [
    'Reelwright ended while this film was being written; the file that was there before is untouched.',
    'Reelwright wurde beendet, während dieser Film geschrieben wurde; die Datei, die vorher da war, ist unberührt.',
  ],
  ['{path} is as it was before.', '{path} ist, wie es vorher war.'],
  [
    'The export was cancelled; {path} is as it was before.',
    'Die Ausgabe wurde abgebrochen; {path} ist, wie es vorher war.',
  ],
  [
    'The film was not written; {path} is as it was before.',
    'Der Film wurde nicht geschrieben; {path} ist, wie es vorher war.',
  ],
  [
    'The program that writes the film stopped before it was complete; {path} is as it was before.',
    'Das Programm, das den Film schreibt, brach ab, bevor er fertig war; {path} ist, wie es vorher war.',
  ],
  [
    'Export it again; if it stops again, one of the media is probably damaged.',
    'Ihn noch einmal ausgeben; bricht es wieder ab, ist wahrscheinlich eines der Medien beschädigt.',
  ],
  [
    'The disk is full: free some space and try again.',
    'Die Platte ist voll: Platz schaffen und noch einmal versuchen.',
  ],
  [
    'The disk is full: {path} could not be written.',
    'Die Platte ist voll: {path} konnte nicht geschrieben werden.',
  ],
  [
    'The unfinished file was removed; free some space and try again.',
    'Die unfertige Datei wurde entfernt; Platz schaffen und noch einmal versuchen.',
  ],
  ['The unfinished file was removed.', 'Die unfertige Datei wurde entfernt.'],
  [
    '{path} cannot be written: permission is missing or the disk is read-only.',
    '{path} kann nicht geschrieben werden: Das Recht dazu fehlt, oder die Platte ist schreibgeschützt.',
  ],
  [
    '{path} cannot be written: its folder does not exist.',
    '{path} kann nicht geschrieben werden: Den Ordner gibt es nicht.',
  ],
  [
    '{path} cannot be written because its folder does not exist.',
    '{path} kann nicht geschrieben werden, weil es den Ordner nicht gibt.',
  ],
  [
    'Writing {path} failed while {step} ({why}).',
    'Das Schreiben von {path} ist fehlgeschlagen ({step}: {why}).',
  ],
  [
    'The film could not be put in its place ({why}).',
    'Der Film konnte nicht an seinen Platz gelegt werden ({why}).',
  ],
  [
    'The folder for films, {folder}, cannot be made ({why}).',
    'Der Ordner für Filme, {folder}, kann nicht angelegt werden ({why}).',
  ],
  [
    'Nothing was written; make it by hand, or name another when the studio starts.',
    'Es wurde nichts geschrieben; ihn von Hand anlegen oder beim Start des Studios einen anderen nennen.',
  ],
  [
    '{path} is a folder; a film needs the name of a file in it, such as {example}.',
    '{path} ist ein Ordner; ein Film braucht den Namen einer Datei darin, etwa {example}.',
  ],
  ['{path} is a device or another special file.', '{path} ist ein Gerät oder eine andere besondere Datei.'],
  [
    '{path} is one of the media that the film is made of and was left as it is.',
    '{path} ist eines der Medien, aus denen der Film besteht, und wurde gelassen, wie es ist.',
  ],
  [
    'Nothing can be written into {folder}: permission is missing or the disk is read-only.',
    'In {folder} kann nichts geschrieben werden: Das Recht dazu fehlt, oder die Platte ist schreibgeschützt.',
  ],
  ['There is no preset "{name}"; there are {list}.', 'Eine Vorgabe „{name}“ gibt es nicht; es gibt {list}.'],
  ['The timeline of "{title}" is empty.', 'Die Timeline von „{title}“ ist leer.'],
  ['Nothing was written; make shots first.', 'Es wurde nichts geschrieben; zuerst Einstellungen anlegen.'],
  ['Nothing was written; export it again.', 'Es wurde nichts geschrieben; noch einmal ausgeben.'],
  [
    'The film uses a medium that was not planned for.',
    'Der Film verwendet ein Medium, das nicht vorgesehen war.',
  ],
  [
    'The film was written but is not what was asked for ({why}).',
    'Der Film wurde geschrieben, ist aber nicht, was verlangt war ({why}).',
  ],
  [
    'It was removed, and the file that was there before is untouched; please report this.',
    'Er wurde entfernt, und die Datei, die vorher da war, ist unberührt; bitte melden.',
  ],
  [
    'A film of {width}×{height} pixels cannot be written: both sides must be even and at least 16.',
    'Ein Film mit {width}×{height} Pixeln kann nicht geschrieben werden: Beide Seiten müssen gerade und mindestens 16 sein.',
  ],
  ['That work is not on the list any more.', 'Diese Arbeit steht nicht mehr auf der Liste.'],
  [
    'The work was cancelled; what was half done has been removed.',
    'Die Arbeit wurde abgebrochen; was halb fertig war, ist entfernt.',
  ],
  [
    'The {name} worker ended unexpectedly ({why}).',
    'Das Hilfsprogramm „{name}“ wurde unerwartet beendet ({why}).',
  ],
  [
    'What it was working on is lost, nothing else; the next call starts a new one.',
    'Woran es arbeitete, ist verloren, sonst nichts; beim nächsten Mal startet ein neues.',
  ],
  ['it had already ended', 'es war schon beendet'],
];
