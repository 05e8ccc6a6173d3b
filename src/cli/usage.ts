import { filmUsage } from './film-arguments.ts';

export const usage = `Reelwright turns a story into a finished film.

${filmUsage}

npm run reelwright -- <command> [--home DIR] [--json]

  projects              what is in the data folder
  show <project>        one project: counts, length, spend (an id or title, or how it begins)
  shots <project>       the shot list
  export <project> --out FILE [--captions MODE] [--preset NAME]
                        writes the project's timeline as it stands
  jobs [<project>]      what was generated, what is open, what went wrong and why
  jobs cancel|retry ID  takes a job back, or asks for an ended one again
  jobs pause|resume     sends nothing new until it is resumed
  jobs find-paid [--adopt]
                        finished results that providers hold; --adopt brings in what is yours
  jobs find-paid --import ID --to PROJECT
                        brings in one that no job knows
  cost [<project>]      what was paid and may have been, by month, provider and kind
  sync [now [<project>]]
                        how projects stand with the other devices; now sends and receives first
  share <project> [--title T] [--expires 7d|never] [--quality 720p] [--password-stdin] [--no-publish]
                        publishes the cut and prints a link by which anybody may watch and comment
  share list [<project>]
  share revoke ID       the links, and taking one back
  comments [<project>]  what was said of the cut
  account               who is signed in on this computer
  account sign-out      ends the sign-in here; everything on this computer is kept
  account export --out FILE
                        everything that the sync service keeps of you, as lines of JSON
  account delete --confirm EMAIL
                        deletes the account for good; films on this computer stay
  doctor                looks at the data folder, the disk, the library and the providers`;
