import type { Phrase } from '../../interpret.ts';

/** What the examination of the studio finds, and what it looks at. */
export const doctor: readonly Phrase[] = [
  ['Data folder', 'Datenordner'],
  ['Database', 'Datenbank'],
  ['Generators', 'Anbieter'],
  ['Looks', 'Stile'],
  ['Projects', 'Projekte'],
  ['Jobs', 'Aufträge'],
  ['Disk', 'Platte'],
  ['Library', 'Mediathek'],
  ['Node {version} on {system} {processor}.', 'Node {version} auf {system} {processor}.'],
  ['{folder}, opened to read only.', '{folder}, nur zum Lesen geöffnet.'],
  ['{list}; {name} is the default.', '{list}; vorgegeben ist {name}.'],
  ['{one} (free), {other}.', '{one} (kostenlos), {other}.'],
  ['{one} (free).', '{one} (kostenlos).'],
  ['{n} in the database.', '{n} in der Datenbank.'],
  [
    'Jobs that may have been billed without a result: {n}.',
    'Aufträge, die vielleicht ohne Ergebnis berechnet wurden: {n}.',
  ],
  [
    'None is sent again by itself; "jobs" lists them.',
    'Keiner wird von selbst noch einmal gesendet; „jobs“ zählt sie auf.',
  ],
  ['{n} GiB free where the data folder is.', '{n} GiB frei, wo der Datenordner liegt.'],
  ['The free space cannot be read: {why}.', 'Der freie Platz ist nicht zu ermitteln: {why}.'],
  ['{n} of {all} files are there ({size}).', '{n} von {all} Dateien sind da ({size}).'],
  ['{n} MiB read and compared with their digests', '{n} MiB gelesen und mit ihren Prüfsummen verglichen'],
  ['"{name}":', '„{name}“:'],
];
