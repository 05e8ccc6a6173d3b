/** What the page of a link says, in the languages of the studio. */
const en = {
  lang: 'en',
  untitled: 'A film',
  goneTitle: 'There is nothing to watch here',
  gone: 'The link is not right, has run out, or was taken back. Ask whoever sent it for a new one.',
  tooOften: 'That was tried too often. Wait a minute, then try again.',
  asleep: 'The service is not quite awake. Try again in a moment.',
  locked: 'This film has a password',
  password: 'Password',
  open: 'Open',
  wrongPassword: 'That is not the password.',
  noCut: 'No film has been put here yet. Come back later.',
  film: 'The film',
  comments: 'Comments',
  noComments: 'Nobody has said anything yet.',
  name: 'Your name',
  text: 'Comment',
  at: 'at',
  say: 'Send',
  answer: 'Answer',
  answerTo: 'Answer to',
  cancel: 'Cancel',
  resolved: 'Done',
  maker: 'Maker of the film',
  sent: 'Your comment was sent.',
  notSent: 'Your comment was not sent. It is still in the field: try again.',
  goTo: 'Go to',
  needsScript: 'Comments need JavaScript. The film plays without.',
};
export type WatchWords = typeof en;

const de: WatchWords = {
  lang: 'de',
  untitled: 'Ein Film',
  goneTitle: 'Hier gibt es nichts zu sehen',
  gone: 'Der Link stimmt nicht, ist abgelaufen oder wurde zurückgezogen. Bitte um einen neuen, wer ihn geschickt hat.',
  tooOften: 'Das wurde zu oft versucht. Warte eine Minute und versuche es dann noch einmal.',
  asleep: 'Der Dienst ist noch nicht ganz wach. Versuche es gleich noch einmal.',
  locked: 'Dieser Film hat ein Passwort',
  password: 'Passwort',
  open: 'Öffnen',
  wrongPassword: 'Das ist nicht das Passwort.',
  noCut: 'Hier liegt noch kein Film. Schau später wieder vorbei.',
  film: 'Der Film',
  comments: 'Kommentare',
  noComments: 'Noch hat niemand etwas gesagt.',
  name: 'Dein Name',
  text: 'Kommentar',
  at: 'bei',
  say: 'Senden',
  answer: 'Antworten',
  answerTo: 'Antwort an',
  cancel: 'Abbrechen',
  resolved: 'Erledigt',
  maker: 'Macht den Film',
  sent: 'Dein Kommentar wurde gesendet.',
  notSent: 'Dein Kommentar wurde nicht gesendet. Er steht noch im Feld: Versuche es noch einmal.',
  goTo: 'Gehe zu',
  needsScript: 'Kommentare brauchen JavaScript. Der Film läuft auch ohne.',
};

/** By the first language of `accept-language` that is one of ours. */
export function watchWords(acceptLanguage: string | undefined): WatchWords {
  const asked = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find((language) => language === 'de' || language === 'en') === 'de' ? de : en;
}
