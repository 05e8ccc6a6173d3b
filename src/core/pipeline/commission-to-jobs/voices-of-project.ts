import { castIdOf, findCasting } from '../../../domain/cast/find-casting.ts';
import { soundOfPerson } from '../../../domain/cast/sound-of-person.ts';
import type { RequestVoice } from '../../../domain/jobs/build-sound-requests.ts';
import { castVoices, type Unvoiced } from '../../../domain/jobs/cast-voices.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { Voice } from '../../../domain/project/voice.ts';
import { isNarrator, spokenLine } from '../../../domain/shots/spoken-line.ts';
import type { Store } from '../../store/store.ts';
import type { Maker } from './find-maker.ts';

/** Who speaks with which voice in a project. */
export interface ProjectVoices {
  /** The voice that a person chose for a speaker; null where nobody did. */
  chosen(speaker: string): Voice | null;
  /** The voice that the maker would give a speaker for whom nobody chose one. */
  cast(speaker: string, maker: Maker): RequestVoice;
}

export function voicesOfProject(store: Store, project: Project): ProjectVoices {
  const members = store.rows('cast', project.id);
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  const chosen = (speaker: string): Voice | null => {
    const own = byName.get(speaker.toLowerCase())?.voice ?? null;
    return own ?? (isNarrator(speaker) ? project.narratorVoice : null);
  };
  const byMaker = new Map<string, ReadonlyMap<string, string>>();
  const castFor = ({ generator: { provider }, model, facts }: Maker): ReadonlyMap<string, string> => {
    const key = `${provider} ${model}`;
    const known = byMaker.get(key);
    if (known !== undefined) return known;
    const taken = [...members.map(({ voice }) => voice), project.narratorVoice]
      .filter((voice) => voice?.provider === provider && voice.model === model)
      .flatMap((voice) => (voice === null ? [] : [voice.voice]));
    const made = castVoices(unvoiced(store, project, provider, model, chosen), facts?.voices ?? [], taken);
    byMaker.set(key, made);
    return made;
  };
  return {
    chosen,
    cast: (speaker, maker) => ({
      provider: maker.generator.provider,
      model: maker.model,
      voice: castFor(maker).get(speaker) ?? null,
      speed: 1,
    }),
  };
}

/** Everybody who speaks and has no voice of a person's choice: the cast in its order, then whoever else says something. */
function unvoiced(
  store: Store,
  project: Project,
  provider: string,
  model: string,
  chosen: ProjectVoices['chosen'],
): Unvoiced[] {
  const members = store.rows('cast', project.id);
  const people = findCasting(project.id, store.rows('block', project.id)).people;
  const genders = new Map([...people].map(([key, { gender }]) => [castIdOf(project.id, key), gender]));
  const spokeWith = new Map<string, string>();
  const speakers = new Set<string>();
  for (const shot of store.rows('shot', project.id)) {
    const speaker = spokenLine(shot)?.speaker;
    if (speaker === undefined) continue;
    speakers.add(speaker);
    const take = shot.chosenSpeechId === null ? null : store.row('take', shot.chosenSpeechId);
    const request = take?.jobId == null ? undefined : store.row('job', take.jobId)?.request;
    if (request?.kind !== 'speech' || request.provider !== provider || request.model !== model) continue;
    if (request.voice !== null && !spokeWith.has(speaker)) spokeWith.set(speaker, request.voice);
  }
  const rank = new Map(members.map(({ name }, i) => [name.toLowerCase(), i]));
  const rankOf = (name: string): number => rank.get(name.toLowerCase()) ?? members.length;
  return [...speakers]
    .filter((name) => chosen(name) === null)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((name) => {
      const member = members[rankOf(name)];
      const gender = member === undefined ? null : (genders.get(member.id) ?? null);
      return {
        name,
        spokeWith: spokeWith.get(name) ?? null,
        ...soundOfPerson(name, member?.description ?? null, gender),
      };
    });
}
