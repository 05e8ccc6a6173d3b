import type { Catalogue } from '../catalogue.ts';
import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of the frame around every page, in German. */
export const shell: Catalogue['shell'] = {
  appName: 'Reelwright',
  skipToPage: 'Zur Seite springen',
  mainLabel: 'Seite',
  pages: 'Seiten des Projekts',
  backToLibrary: 'Zurück zur Bibliothek',
  backToProject: 'Zurück zum Projekt',
  renameProject: 'Name des Projekts',
  renameHint: 'Umbenennen',
  savedAt: (time: string) => `Gesichert ${time}`,
  savedHint: 'Jede Änderung wird sofort auf die Platte geschrieben.',
  notSaved: 'Nicht verbunden',
  saving: 'Wird gesichert …',
  windowMenu: 'Einstellungen und Hilfe',
  untitled: 'Ohne Titel',

  statusLabel: 'Status',
  ready: 'Bereit',
  undone: (label: string) => `Rückgängig gemacht: ${label}`,
  redone: (label: string) => `Wiederholt: ${label}`,
  undoSkipped: (n: number) =>
    count(n, {
      one: '# Eintrag wurde seitdem geändert und bleibt, wie er ist.',
      other: '# Einträge wurden seitdem geändert und bleiben, wie sie sind.',
    }),
  nothingToUndo: 'Es gibt nichts rückgängig zu machen.',
  undoTitle: (label: string) => `„${label}“ rückgängig machen`,
  redoTitle: (label: string) => `„${label}“ wiederholen`,
  warnings: (n: number) => count(n, { one: '# Warnung', other: '# Warnungen' }),

  connecting: 'Verbindung zum Studio wird aufgebaut …',
  connectionLost: (since: string) => `Die Verbindung zum Studio ist seit ${since} unterbrochen.`,
  connectionKept:
    'Eingaben bleiben erhalten. Alles bis zur letzten gesicherten Änderung liegt auf der Platte.',
  connectionSilent: (since: string) =>
    `Das Studio antwortet seit ${since} nicht. Vielleicht ist es beschäftigt. Was hier geschrieben wird, bleibt und wird gesichert, sobald es antwortet.`,
  connectionGone:
    'Das Studio scheint nicht mehr zu laufen. Bitte mit „npm start“ starten und die Adresse öffnen, die es nennt; dieses Fenster bis dahin offen lassen.',
  connectionGoneDesktop: 'Das Studio startet nicht wieder. Bitte Reelwright schließen und neu öffnen.',
  dropElsewhere:
    'Hier werden keine Dateien angenommen. Geschichten gehören in die Bibliothek; ein Bild oder Video auf sein Feld im Board; alle Medien in die Ablage auf Schnitt.',
  attempt: (n: number) => count(n, { one: 'Versuch #', other: 'Versuch #' }),
  retryNow: 'Jetzt erneut versuchen',
  catchingUp: 'Wieder verbunden. Änderungen werden nachgeholt …',
  caughtUp: 'Wieder verbunden und auf dem neuesten Stand.',

  spend: 'Ausgaben',
  spentOf: (spent: string, budget: string) => `${spent} / ${budget}`,
  spentFree: 'Bisher kostenlos',
  charged: 'Berechnet',
  chargedHint: 'Was Anbieter für beendete Aufträge berechnet haben.',
  reserved: 'Reserviert',
  reservedHint: 'Schätzungen für laufende Aufträge; abgerechnet wird, wenn sie enden.',
  budget: 'Budget',
  budgetHint: 'Mehr darf dieses Projekt nie ausgeben. Ein Auftrag, der darüber ginge, wird nicht gesendet.',
  noBudget: 'Kein Budget',
  noBudgetHint: 'Ohne Budget wird nichts Kostenpflichtiges gesendet, das nicht seine eigene Grenze hat.',
  budgetLeft: (amount: string) => `noch ${amount}`,
  setBudget: 'Budget festlegen',
  toLedger: 'Kassenbuch',
  removeBudget: 'Budget entfernen',
  budgetDialog: 'Budget dieses Projekts',
  budgetAmount: 'US-Dollar',
  budgetWrong: 'Einen Betrag in US-Dollar eingeben, etwa 25 oder 7,50.',
  budgetShare: (sums: { here: string; elsewhere: string; left: string; setAside: string }) =>
    `Auf diesem Computer ausgegeben: ${sums.here}; auf anderen Geräten: ${sums.elsewhere}. Für diesen Computer übrig: ${sums.left}; anderen vorbehalten: ${sums.setAside}.`,
  budgetShareInTouch: 'Was sie nicht brauchen, wird erbeten, wenn es hier gebraucht wird.',
  budgetShareApart:
    'Von den anderen Geräten ist gerade nichts zu hören: Bis dahin wird hier nicht mehr als das ausgegeben.',
  budgetBelow: (spent: string) =>
    `${spent} sind schon berechnet oder reserviert. Mehr wird nicht ausgegeben.`,
  cancel: 'Abbrechen',

  paletteTitle: 'Befehl suchen',
  palettePlaceholder: 'Befehl, Einstellungsnummer oder Projekt eingeben',
  paletteEmpty: 'Dazu passt nichts.',
  paletteEmptyHint:
    'Befehle, Einstellungen, Szenen und Projekte werden nach Namen durchsucht, die Texte aller Projekte ab drei Buchstaben.',
  paletteResults: (n: number) => count(n, { one: '# Treffer', other: '# Treffer' }),
  recent: 'Zuletzt benutzt',
  groupCommands: 'Befehle',
  groupProjects: 'Projekte',
  groupScenes: 'Szenen',
  groupShots: 'Einstellungen',
  groupTexts: 'In allen Texten',
  scene: (number: string, heading: string) => `Szene ${number} · ${heading}`,
  shot: (number: string, description: string) => `Einstellung ${number} · ${description}`,
  openProject: (title: string) => `${title} öffnen`,
  notNow: 'Hier nicht verfügbar',

  shortcutsTitle: 'Tastenkürzel',
  shortcutsSearch: 'Tastenkürzel suchen',
  shortcutsNone: 'Dazu passt kein Tastenkürzel.',
  shortcutsChange: 'Tastenkürzel ändern',

  menus: {
    file: 'Datei',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    text: 'Text',
    shot: 'Einstellung',
    clip: 'Clip',
    play: 'Wiedergabe',
    help: 'Hilfe',
  },

  themes: { system: 'Wie das System', dark: 'Dunkel', light: 'Hell' },
  themeSet: (theme: string) => `Farbschema: ${theme}`,
  diagnosticsCopied: 'Diagnose kopiert. Sie enthält keine Schlüssel und keinen Text der Geschichte.',
  diagnosticsSaved: (name: string) =>
    `Diagnose als ${name} gesichert. Sie enthält keine Schlüssel und keinen Text der Geschichte.`,
  projectTrashed: (title: string) =>
    `„${title}“ liegt im Papierkorb. Aus der Bibliothek lässt es sich zurückholen.`,
  projectDuplicated: (title: string) => `„${title}“ wurde angelegt.`,

  loadingProject: 'Projekt wird geöffnet …',
  loadingPage: 'Seite wird geladen …',
  projectGone: 'Dieses Projekt ist nicht hier',
  projectGoneText:
    'Es wurde gelöscht oder war nie auf diesem Computer. Die anderen Projekte stehen in der Bibliothek.',
  projectFailed: 'Das Projekt konnte nicht gelesen werden',
  projectTrashedTitle: 'Dieses Projekt liegt im Papierkorb',
  projectTrashedText: 'Alles darin ist erhalten. Zum Weiterarbeiten das Projekt zurückholen.',
  putBack: 'Zurückholen',
  toLibrary: 'Zur Bibliothek',
  tryAgain: 'Erneut versuchen',

  crashTitle: 'Auf dieser Seite ist etwas schiefgegangen',
  crashText:
    'Es steht im Protokoll. Alles bis zur letzten gesicherten Änderung liegt auf der Platte; nichts Erzeugtes geht verloren.',
  crashWindowTitle: 'Dieses Fenster musste anhalten',
  crashChunkTitle: 'Ein Teil des Studios konnte nicht geladen werden',
  crashChunkText:
    'Das Studio wurde womöglich aktualisiert oder beendet, während dieses Fenster offen war. Es ist nichts verloren. Nach dem Neuladen des Fensters geht es weiter.',
  crashDetails: 'Was schiefging',
  reload: 'Fenster neu laden',
  copyDiagnostics: 'Diagnose kopieren',
  unexpected:
    'Etwas Unerwartetes ist schiefgegangen und steht im Protokoll. Gesicherte Arbeit ist nicht betroffen.',
};
