import { countIn } from '../count.ts';
import type { text as english } from '../en/text.ts';

const count = countIn('de');
const shotsOf = (n: number): string => count(n, { one: '# Einstellung', other: '# Einstellungen' });
const scenesOf = (n: number): string => count(n, { one: '# Szene', other: '# Szenen' });
const paragraphsOf = (n: number): string => count(n, { one: '# Absatz', other: '# Absätze' });

/** Words of the Write page, in German. */
export const text: typeof english = {
  title: 'Schreiben',
  script: 'Drehbuch',
  help: 'Die Eingabetaste beginnt einen neuen Absatz, Tab ändert seine Art, Escape führt zu Szenen und Einstellungen.',
  loading: 'Das Drehbuch wird gelesen …',
  tools: 'Werkzeuge für das Drehbuch',
  kinds: {
    'title-page': 'Titelseite',
    section: 'Abschnitt',
    synopsis: 'Inhaltsangabe',
    heading: 'Szenenüberschrift',
    action: 'Handlung',
    character: 'Figur',
    parenthetical: 'Spielanweisung',
    dialogue: 'Dialog',
    lyric: 'Liedzeile',
    transition: 'Übergang',
    centered: 'Zentriert',
    note: 'Notiz',
    boneyard: 'Gestrichen',
    'page-break': 'Seitenumbruch',
    chapter: 'Kapitel',
    paragraph: 'Absatz',
    quote: 'Zitat',
    break: 'Trenner',
  },
  kind: 'Art des Absatzes',
  kindIsNow: (kind) => `Jetzt: ${kind}`,
  goTo: 'Gehe zu Szene',
  more: 'Mehr zum Drehbuch',
  find: {
    label: 'Im Drehbuch suchen',
    next: 'Nächster Treffer',
    previous: 'Voriger Treffer',
    close: 'Suche schließen',
    count: (at, of) => `${at} von ${of}`,
    none: 'Kein Treffer',
  },
  save: {
    saved: 'Gesichert',
    savedAt: (time) => `Gesichert ${time}`,
    saving: 'Wird gesichert …',
    recovered: 'Der Datenträger nimmt wieder Änderungen an. Alles Geschriebene ist gesichert.',
    unsaved: 'Nicht gesichert. Der Text bleibt in diesem Fenster und es wird wieder versucht.',
    waiting:
      'Keine Verbindung. Was Sie schreiben, bleibt erhalten und wird gesichert, sobald das Studio wieder da ist.',
  },
  unsavedWarning: 'Ein Teil Ihres Textes ist noch nicht gesichert.',
  figures: {
    words: (n) => count(n, { one: '# Wort', other: '# Wörter' }),
    pages: (n) => count(n, { one: '# Seite', other: '# Seiten' }),
    scenes: scenesOf,
    shots: shotsOf,
    length: (length) => `etwa ${length}`,
  },
  conflict: {
    text: 'Dieser Absatz wurde auch anderswo geändert. Ihre Fassung gilt; die andere lautet:',
    useTheirs: 'Die anderen nehmen',
    keepMine: 'Meine behalten',
  },
  update: {
    upToDate: 'Szenen und Einstellungen entsprechen dem Text.',
    pending: 'Der Text hat sich geändert',
    changed: (n) => count(n, { one: '# Einstellung ändert sich', other: '# Einstellungen ändern sich' }),
    added: (n) => count(n, { one: '# neu', other: '# neu' }),
    gone: (n) => count(n, { one: '# entfällt', other: '# entfallen' }),
    scenes: (n) => count(n, { one: '# Szene weicht ab', other: '# Szenen weichen ab' }),
    keeps: 'Aufnahmen und was Sie von Hand gesetzt haben, bleiben.',
    losesTakes: (n) =>
      count(n, {
        one: '# Einstellung mit Aufnahmen verliert ihren Text; Rückgängig bringt sie zurück.',
        other: '# Einstellungen mit Aufnahmen verlieren ihren Text; Rückgängig bringt sie zurück.',
      }),
    run: 'Szenen und Einstellungen aktualisieren',
    running: 'Wird aktualisiert …',
    done: (scenes, shots) =>
      `Szenen und Einstellungen entsprechen dem Text: ${scenesOf(scenes)}, ${shotsOf(shots)}.`,
  },
  panel: {
    title: 'Auflösung',
    label: 'Szenen und Einstellungen',
    width: 'Breite der Auflösung',
    shots: 'Einstellungen',
    outline: 'Gliederung',
    collapseAll: 'Alle Szenen zuklappen',
    expandAll: 'Alle Szenen aufklappen',
    sceneName: (number, heading, shots, length) =>
      `Szene ${number}, ${heading}, ${shotsOf(shots)}, ${length}`,
    shotName: (number, size, move, length, state, description) =>
      `Einstellung ${number}, ${size}, ${move}, ${length}, ${state}. ${description}`,
    changedInText: 'Im Text geändert',
    goneFromText: 'Nicht mehr im Text',
    outlineEmpty: 'Szenen, Kapitel und Abschnitte erscheinen hier, sobald Sie sie schreiben.',
    noShots: 'Keine Einstellung',
    empty: {
      title: 'Noch keine Szenen',
      text: 'Das Studio liest Szenen, Figuren und Einstellungen aus dem Text. Danach können Sie alles ändern.',
      run: 'In Szenen und Einstellungen auflösen',
    },
  },
  shot: {
    title: (number) => `Einstellung ${number}`,
    description: 'Was die Kamera sieht',
    seconds: 'Länge in Sekunden',
    board: 'Auf dem Board öffnen',
    several: (n) => `${shotsOf(n)} ausgewählt`,
    hand: 'Von Hand gesetzt',
  },
  scene: {
    title: (number) => `Szene ${number}`,
    heading: 'Überschrift',
    number: 'Nummer',
    place: 'Ort',
    setting: 'Schauplatz',
    time: 'Tageszeit',
    timeNote: 'Wann',
    mood: 'Stimmung',
    synopsis: 'Inhalt',
    none: 'Wählen Sie eine Szene oder Einstellung, um sie hier zu sehen.',
    menu: 'Szene',
  },
  replace: {
    title: 'Den ganzen Text ersetzen',
    text: 'Fügen Sie die neue Fassung ein. Unveränderte Absätze behalten Szenen, Einstellungen und Aufnahmen. Für Rückgängig ist es ein Schritt.',
    field: 'Neuer Text',
    preview: (kept, changed, added, removed) =>
      `${paragraphsOf(kept)} bleiben · ${count(changed, { one: '# ändert sich', other: '# ändern sich' })} · ${count(added, { one: '# neu', other: '# neu' })} · ${count(removed, { one: '# entfällt', other: '# entfallen' })}`,
    roughly: 'In diesem Fenster gezählt; das Studio liest den Text noch einmal.',
    same: 'Das ist der Text, wie er ist.',
    cancel: 'Abbrechen',
    run: (n) => `Ersetzen · ${count(n, { one: '# Absatz weicht ab', other: '# Absätze weichen ab' })}`,
  },
  copied: 'Der ganze Text ist in der Zwischenablage.',
  notCopied:
    'Der Browser hat das Kopieren nicht erlaubt. Wählen Sie den Text aus und kopieren Sie ihn mit der Tastatur.',
  empty: {
    title: 'Schreiben Sie hier oder fügen Sie Ihre Geschichte ein',
    text: 'Schreiben Sie eine Szene oder fügen Sie ein Drehbuch oder Prosa ein: Das Studio liest die Absätze und macht Szenen und Einstellungen daraus.',
    start: 'Zu schreiben beginnen',
    example: 'Mit einem Beispiel beginnen',
    exampleScreenplay:
      'EXT. HAFEN - MORGENGRAUEN\n\nNebel über dem Wasser. Ein kleines Boot schlägt gegen den Steg.\n\nMARA (um die 60, wettergegerbt) löst das Tau und horcht.\n\nMARA\nIst da jemand?\n\nEine Glocke antwortet aus dem Nebel.',
    exampleProse:
      'Kapitel 1\n\nNebel lag über dem Hafen, als Mara das Boot losmachte.\n\nIrgendwo draußen auf dem Wasser schlug eine Glocke, einmal und dann noch einmal.',
  },
  gone: {
    title: 'Dieses Projekt ist nicht mehr da',
    text: 'Es wurde in einem anderen Fenster gelöscht. Was Sie seitdem geschrieben haben, bleibt in diesem Fenster, bis Sie es schließen.',
    back: 'Zur Bibliothek',
  },
};
