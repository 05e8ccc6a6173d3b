/** The words of the pages that are shown before anybody is let in, and so before the screen with its catalogues. */
export interface DoorWords {
  readonly language: string;
  readonly title: string;
  readonly opening: string;
  readonly usedTitle: string;
  readonly used: string;
  readonly strangerTitle: string;
  readonly stranger: string;
  readonly foreignTitle: string;
  readonly foreign: string;
  readonly unreachable: string;
  readonly command: string;
}

const command = 'npm start';

const english: DoorWords = {
  language: 'en',
  title: 'Reelwright',
  opening: 'Opening the studio …',
  usedTitle: 'This address was used before',
  used: 'Each address opens the studio once, in one browser. Where it was opened, the studio stays open. For another browser, run this again with the same data folder: it prints a new address.',
  strangerTitle: 'The studio does not know this browser',
  stranger:
    'Open the address that was printed where the studio was started. If the studio was started anew since, that is a new address. This prints one at any time:',
  foreignTitle: 'This link came from another page',
  foreign:
    'The studio does not follow links from other pages, so that none of them can act for you. Copy the address into the address bar and press Enter.',
  unreachable: 'The studio does not answer. Is it still running where it was started?',
  command,
};

const german: DoorWords = {
  language: 'de',
  title: 'Reelwright',
  opening: 'Das Studio wird geöffnet …',
  usedTitle: 'Diese Adresse wurde schon benutzt',
  used: 'Jede Adresse öffnet das Studio einmal, in einem Browser. Dort bleibt es geöffnet. Für einen anderen Browser führen Sie dies noch einmal mit demselben Datenordner aus; dann wird eine neue Adresse ausgegeben.',
  strangerTitle: 'Das Studio kennt diesen Browser nicht',
  stranger:
    'Öffnen Sie die Adresse, die beim Start des Studios ausgegeben wurde. Wurde das Studio seitdem neu gestartet, gilt eine neue Adresse. Dieser Befehl gibt jederzeit eine aus:',
  foreignTitle: 'Dieser Link kam von einer anderen Seite',
  foreign:
    'Das Studio folgt keinen Links von anderen Seiten, damit keine davon in Ihrem Namen handeln kann. Kopieren Sie die Adresse in die Adresszeile und drücken Sie die Eingabetaste.',
  unreachable: 'Das Studio antwortet nicht. Läuft es noch dort, wo es gestartet wurde?',
  command,
};

/** The language that the browser asks for first among those we have. */
export function doorWords(acceptLanguage: string | undefined): DoorWords {
  const wanted = (acceptLanguage ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return wanted.find((one) => one === 'de' || one === 'en') === 'de' ? german : english;
}
