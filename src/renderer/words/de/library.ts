import type { Catalogue } from '../catalogue.ts';
import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of the library, in German. */
export const library: Catalogue['library'] = {
  title: 'Projekte',
  trash: 'Papierkorb',
  projects: (n) => count(n, { one: '# Projekt', other: '# Projekte' }),
  grid: 'Projekte',
  trashGrid: 'Projekte im Papierkorb',
  searchLabel: 'Alle Projekte durchsuchen',
  sortBy: 'Sortieren nach',
  sorts: {
    changed: 'Zuletzt geändert',
    title: 'Titel',
    created: 'Angelegt',
    length: 'Länge',
    cost: 'Kosten',
  },
  newProject: 'Neues Projekt',
  untitled: 'Geschichte ohne Titel',
  more: (title) => `Mehr zu ${title}`,
  open: 'Öffnen',
  openOn: (page) => `Öffnen auf ${page}`,
  backToProjects: 'Zurück zu den Projekten',
  trashCount: (n) => count(n, { one: 'Papierkorb, # Projekt', other: 'Papierkorb, # Projekte' }),
  emptyTrash: 'Papierkorb leeren …',

  scenes: (n) => count(n, { one: '# Szene', other: '# Szenen' }),
  shots: (n) => count(n, { one: '# Einstellung', other: '# Einstellungen' }),
  justNow: 'gerade eben',
  trashedAgo: (ago) => `Im Papierkorb: ${ago}`,
  charged: (money) => `${money} berechnet`,
  free: 'Bisher kostenlos',
  onThisDevice: 'Auf diesem Gerät',
  working: (n) => count(n, { one: '# Aufnahme in Arbeit', other: '# Aufnahmen in Arbeit' }),
  troubles: (n) => count(n, { one: '# Aufnahme fehlgeschlagen', other: '# Aufnahmen fehlgeschlagen' }),
  unclear: (n) => count(n, { one: '# Aufnahme ungeklärt', other: '# Aufnahmen ungeklärt' }),
  noLength: 'Nicht aufgelöst',
  posterOf: (title) => `Ein Bild aus ${title}`,

  renameLabel: 'Titel des Projekts',
  renamed: (title) => `In „${title}“ umbenannt.`,
  duplicated: (title) => `„${title}“ wurde angelegt.`,
  trashed: (title) => `„${title}“ liegt im Papierkorb.`,
  putBack: (title) => `„${title}“ ist wieder bei den Projekten.`,
  deleted: (title) => `„${title}“ wurde endgültig gelöscht.`,
  deletedMany: (n) => count(n, { one: '# Projekt wurde gelöscht.', other: '# Projekte wurden gelöscht.' }),

  deleteTitle: (title) => `„${title}“ endgültig löschen?`,
  deleteAllTitle: (n) =>
    count(n, { one: '# Projekt endgültig löschen?', other: '# Projekte endgültig löschen?' }),
  deleteText: 'Das lässt sich nicht rückgängig machen.',
  deleteGoes: (scenes, shots) =>
    `Gelöscht werden der Text, ${scenes} und ${shots}, die Aufnahmen, die Timeline und der Verlauf.`,
  deleteAllGoes: 'Gelöscht werden ihre Texte, Szenen, Einstellungen, Aufnahmen, Timelines und Verläufe.',
  deleteStays:
    'Ausgegebene Filme bleiben, wo sie sind. Mediendateien bleiben auf der Platte, bis sie in den Einstellungen unter Speicher gelöscht werden.',
  deleteButton: 'Endgültig löschen',
  cancel: 'Abbrechen',
  putBackButton: 'Zurückholen',

  loading: 'Die Bibliothek wird gelesen …',
  failedTitle: 'Die Bibliothek konnte nicht gelesen werden',
  failedKept: 'Die Projekte liegen unverändert auf der Platte.',
  tryAgain: 'Erneut versuchen',
  offlineTitle: 'Das Studio ist nicht erreichbar',
  offlineText:
    'Die Projekte liegen unverändert auf der Platte. Sobald die Verbindung wieder da ist, zeigt die Bibliothek sie.',

  emptyTitle: 'Von der Geschichte zum Film',
  emptyText:
    'Reelwright liest ein Drehbuch oder eine Geschichte, löst sie in Szenen und Einstellungen auf, zeichnet jede Einstellung und schneidet daraus einen Film.',
  sample: 'Beispielgeschichte öffnen',
  sampleBusy: 'Der Film zum Beispiel entsteht …',
  sampleFree: 'Kostenlos, offline, ohne Konto. In einer Minute läuft ein Film.',
  openFile: 'Geschichte öffnen …',
  pasteText: 'Text einfügen …',
  dropHint:
    'Oder eine Datei irgendwo in dieses Fenster ziehen: Fountain, Final Draft, Word, EPUB, PDF, Markdown oder reiner Text.',
  paidHint: 'Bessere Bilder von bezahlten Modellen gibt es später, mit einem Fal-Schlüssel in den',
  paidHintSettings: 'Einstellungen',
  sampleStarted:
    'Das Beispiel wird auf diesem Computer gezeichnet, kostenlos. Es läuft, sobald es fertig ist. Bezahlte Modelle brauchen einen Fal-Schlüssel in den Einstellungen.',
  samplePlays:
    'Dieser Film war kostenlos: Er wurde auf diesem Computer gezeichnet. Bezahlte Modelle brauchen einen Fal-Schlüssel in den Einstellungen.',

  emptyTrashTitle: 'Der Papierkorb ist leer',
  emptyTrashText: 'Projekte im Papierkorb bleiben hier, bis sie endgültig gelöscht werden.',

  dropStory: 'Loslassen für ein neues Projekt',
  dropStoryHint: 'Fountain, Final Draft, Word, EPUB, PDF, Markdown oder reiner Text',
  dropNothing: 'Das sind keine Dateien.',
  dropMedia: (name) =>
    `„${name}“ ist ein Bild, ein Video oder ein Ton. Zuerst ein Projekt öffnen und die Datei dort in den Schnitt ziehen.`,
  dropUnknown: (name) =>
    `„${name}“ lässt sich nicht als Geschichte lesen. Gelesen werden Fountain, Final Draft, Word, EPUB, PDF, Markdown und reiner Text.`,
  madeOne: 'Die Geschichte ist in Szenen und Einstellungen zerlegt. Das Board zeigt sie als Bilder.',
  madeMany: (n) => count(n, { one: '# Projekt wurde angelegt.', other: '# Projekte wurden angelegt.' }),
  storyFiles: 'Geschichten',
  chooseStory: 'Geschichte öffnen',

  dialogTitle: 'Neues Projekt',
  fromFile: 'Aus einer Datei',
  fromText: 'Aus Text',
  source: 'Geschichte',
  chooseFile: 'Datei wählen …',
  noFile: 'Keine Datei gewählt',
  noFileHint: 'Fountain, Final Draft, Word, EPUB, PDF, Markdown oder reiner Text',
  words: 'Text',
  wordsHint: 'Ein Drehbuch in Fountain oder Prosa. Was es ist, wird erkannt.',
  wordCount: (n) => count(n, { one: '# Wort', other: '# Wörter' }),
  titleField: 'Titel',
  titleHint: 'Wie im Text oder wie die Datei',
  aspect: 'Seitenverhältnis',
  look: 'Stil',
  looks: {
    cinema: 'Kino',
    ink: 'Tusche',
    noir: 'Noir',
    storybook: 'Bilderbuch',
    blueprint: 'Blaupause',
    watercolour: 'Aquarell',
  },
  lookHint:
    'Bestimmt, wie die kostenlosen Zeichnungen aussehen und welchen Stil Prompts verlangen. Das lässt sich später ändern.',
  height: 'Größe',
  heightOf: (width, height) => `${width} × ${height}`,
  rate: 'Bildrate',
  rateOf: (fps) => `${fps} fps`,
  create: 'Projekt anlegen',
  creating: 'Die Geschichte wird gelesen …',
  needsSource: 'Zuerst eine Datei wählen oder einen Text einfügen.',
  needsWords: 'Noch sind keine Wörter darin.',

  resultsFor: (n) => count(n, { one: '# Stelle gefunden', other: '# Stellen gefunden' }),
  resultsMost: (n) => `Die ersten ${n} Stellen. Mit mehr Wörtern werden es weniger.`,
  searching: 'Suche …',
  noResults: 'Diese Wörter kommen nicht vor',
  noResultsText:
    'Durchsucht werden Titel, Drehbücher, Szenen, Beschreibungen, Dialoge und Prompts aller Projekte. Jedes Wort muss vorkommen; ab drei Buchstaben auch mitten in einem anderen.',
  clearSearch: 'Suche leeren',
  kinds: { project: 'Titel', block: 'Text', scene: 'Szene', shot: 'Einstellung' },
  searchFailed: 'Die Suche ging nicht',
};
