import type { Phrase } from '../../interpret.ts';

/** What the studio says of accounts, sign-ins and organisations. */
export const account: readonly Phrase[] = [
  ['Try again soon.', 'Bald noch einmal versuchen.'],
  [
    'This build knows of no service to sign in to.',
    'Dieser Bau kennt keinen Dienst, bei dem man sich anmelden kann.',
  ],
  ['Everything else works without one.', 'Alles andere geht ohne.'],
  ['The account service did not answer.', 'Der Kontodienst hat nicht geantwortet.'],
  [
    'Nothing was changed; try again when the line is back.',
    'Es wurde nichts geändert. Wenn die Verbindung wieder da ist, noch einmal versuchen.',
  ],
  [
    'The account service answered with something that this version does not understand.',
    'Der Kontodienst hat etwas geantwortet, was diese Version nicht versteht.',
  ],
  ['Nothing was changed; look for an update.', 'Es wurde nichts geändert. Nach einer neuen Version sehen.'],
  [
    'The account service asks to wait a moment, because there were many attempts.',
    'Der Kontodienst bittet nach vielen Versuchen um etwas Geduld.',
  ],
  [
    'Nothing was changed; try again in a minute.',
    'Es wurde nichts geändert. In einer Minute noch einmal versuchen.',
  ],
  ['This device was signed out elsewhere.', 'Dieses Gerät wurde anderswo abgemeldet.'],
  [
    'Everything on it is kept; sign in again to go on syncing.',
    'Alles darauf bleibt; zum Weiterabgleichen wieder anmelden.',
  ],
  ['No sign-in is on its way.', 'Es ist keine Anmeldung unterwegs.'],
  ['Nothing was changed; begin again.', 'Es wurde nichts geändert. Von vorn beginnen.'],
  ['The sign-in was called off in the browser.', 'Die Anmeldung wurde im Browser abgebrochen.'],
  ['There is no account with this address.', 'Zu dieser Adresse gibt es kein Konto.'],
  ['Check it, or create an account.', 'Die Adresse prüfen oder ein Konto anlegen.'],
  ['There is an account with this address already.', 'Zu dieser Adresse gibt es schon ein Konto.'],
  ['Sign in with it instead.', 'Stattdessen damit anmelden.'],
  ['This is not the code.', 'Das ist nicht der Code.'],
  ['Look at it once more, or ask for a new one.', 'Noch einmal nachsehen oder einen neuen anfordern.'],
  ['The code has expired.', 'Der Code ist abgelaufen.'],
  ['Ask for a new one.', 'Einen neuen anfordern.'],
  ['There were too many wrong codes.', 'Es waren zu viele falsche Codes.'],
  ['The password is not right.', 'Das Passwort stimmt nicht.'],
  ['Try again, or have a code sent instead.', 'Noch einmal versuchen oder sich einen Code schicken lassen.'],
  ['The password is too short.', 'Das Passwort ist zu kurz.'],
  ['The password is too easy to guess.', 'Das Passwort ist zu leicht zu erraten.'],
  ['Make it longer, or take other words.', 'Es länger machen oder andere Wörter nehmen.'],
  [
    'The account service wants to see that a person is there, which it can only in a browser.',
    'Der Kontodienst will sehen, dass ein Mensch da ist; das geht nur in einem Browser.',
  ],
  [
    'Nothing was changed; continue with Google or GitHub, or sign up on the web.',
    'Es wurde nichts geändert. Mit Google oder GitHub weitermachen oder sich im Web anmelden.',
  ],
  ['This needs a proof that it is still you.', 'Dafür ist ein Nachweis nötig, dass Sie es noch sind.'],
  [
    'Nothing was changed; prove it and try again.',
    'Es wurde nichts geändert. Den Nachweis bringen und noch einmal versuchen.',
  ],
  ['Take at least eight characters.', 'Mindestens acht Zeichen nehmen.'],
  ['This password is in lists of stolen ones.', 'Dieses Passwort steht in Listen gestohlener Passwörter.'],
  ['Take another.', 'Ein anderes nehmen.'],
  ['This is no e-mail address.', 'Das ist keine E-Mail-Adresse.'],
  ['Correct it and try again.', 'Berichtigen und noch einmal versuchen.'],
  ['This account cannot sign in in this way.', 'Dieses Konto kann sich so nicht anmelden.'],
  ['Choose another.', 'Einen anderen Weg wählen.'],
  [
    'The account is locked for a while after too many attempts.',
    'Das Konto ist nach zu vielen Versuchen eine Weile gesperrt.',
  ],
  ['An organisation needs an owner.', 'Eine Organisation braucht einen Eigentümer.'],
  ['Make somebody else one first.', 'Zuerst jemand anderen dazu machen.'],
  ['Only an owner of the organisation may do this.', 'Das darf nur ein Eigentümer der Organisation.'],
  ['You are no member of this organisation any more.', 'Sie gehören dieser Organisation nicht mehr an.'],
  ['The account service refused it: {words}.', 'Der Kontodienst hat es abgelehnt: {words}.'],
  [
    'The export broke off before its end, and no file was kept.',
    'Der Export brach vor dem Ende ab, und es blieb keine Datei.',
  ],
  ['Everything is still there; begin it again.', 'Alles ist noch da. Noch einmal beginnen.'],
  [
    'The file {path} could not be written, and nothing was kept of it.',
    'Die Datei {path} ließ sich nicht schreiben, und es blieb nichts von ihr.',
  ],
  [
    'Choose another place, or make room, and begin again.',
    'Einen anderen Ort wählen oder Platz schaffen und noch einmal beginnen.',
  ],
  [
    'The sync service did not take the deletion, and the sign-in is still there.',
    'Der Abgleichdienst nahm die Löschung nicht an, und die Anmeldung ist noch da.',
  ],
  [
    'Try again; what is deleted already stays deleted.',
    'Noch einmal versuchen; was schon gelöscht ist, bleibt gelöscht.',
  ],
  ['This is not the address of the account.', 'Das ist nicht die Adresse des Kontos.'],
  ['Nothing was deleted; type it as it is shown.', 'Es wurde nichts gelöscht. So eingeben, wie sie dasteht.'],
  ['Everything at the sync service is deleted.', 'Alles beim Abgleichdienst ist gelöscht.'],
  [
    'The sign-in itself could not be; try again to delete it too.',
    'Die Anmeldung selbst ließ sich nicht löschen. Noch einmal versuchen, um auch sie zu löschen.',
  ],
  [
    'No sync service is set, so nothing of the account is kept anywhere but at the account service.',
    'Es ist kein Abgleichdienst eingestellt; vom Konto liegt also nur beim Kontodienst etwas.',
  ],
  ['All films are on this computer.', 'Alle Filme sind auf diesem Computer.'],
  ['Nobody is signed in.', 'Niemand ist angemeldet.'],
  ['Sign in first.', 'Zuerst anmelden.'],
  [
    'The browser could not come back to the studio, because other programs use the addresses for it.',
    'Der Browser konnte nicht zum Studio zurück, weil andere Programme die Adressen dafür benutzen.',
  ],
  [
    'Nothing was changed; sign in with a code, or try again later.',
    'Es wurde nichts geändert. Mit einem Code anmelden oder es später noch einmal versuchen.',
  ],
  ['This device is signed out.', 'Dieses Gerät ist abgemeldet.'],
  [
    'The account service could not be told; from another device its session can be ended at once, else it ends by itself within a week.',
    'Der Kontodienst konnte es nicht erfahren; von einem anderen Gerät aus lässt sich die Sitzung sofort beenden, sonst endet sie von selbst binnen einer Woche.',
  ],
  [
    'The publishable key of the account service is not one of Clerk’s.',
    'Der öffentliche Schlüssel des Kontodienstes ist keiner von Clerk.',
  ],
  [
    'Nobody can sign in; correct REELWRIGHT_CLERK_KEY and start again.',
    'Niemand kann sich anmelden; REELWRIGHT_CLERK_KEY berichtigen und neu starten.',
  ],
];
