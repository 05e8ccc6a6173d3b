import { countIn } from '../count.ts';

const count = countIn('en');

/** Where the bytes of a file are, and what brings them here. */
export const places = {
  /** Short: beside a picture, in a list. */
  mark: {
    cloud: 'In the cloud',
    elsewhere: 'On another device',
    provider: 'Only at the provider',
    lost: 'Nowhere any more',
  },
  proxy: 'Proxy',
  proxyMark: (place: string) => `${place}; a smaller copy is shown`,
  cloud: (bytes: string) => `This file (${bytes}) is in the cloud and not on this computer.`,
  cloudWithProxy: (bytes: string) =>
    `A smaller copy is shown. The original (${bytes}) is in the cloud; films are only made of originals.`,
  elsewhere: (devices: number) =>
    devices === 0
      ? 'This file is not on this computer. The service has not said yet where it is.'
      : count(devices, {
          one: 'This file is on another device, which has not sent it yet. It can be fetched once it has.',
          other: 'This file is on # other devices, and none has sent it yet. It can be fetched once one has.',
        }),
  stays:
    'This file is on another device. A database of your own keeps no files: copy it to this computer and bring it in here.',
  provider: (date: string) =>
    `Only the provider has this result, until ${date}. The queue finds and fetches what was paid for.`,
  lost: 'This file is on none of the devices and not in the cloud.',
  fetch: 'Fetch',
  fetchOriginal: 'Fetch the original',
  coming: 'Coming …',
  choose: 'Choose the file …',
  isBack: 'The file is back.',
  cancel: 'Cancel',
  begun: (n: number) => count(n, { one: 'The file is being fetched.', other: '# files are being fetched.' }),
  nothing: 'Nothing of this is kept in the cloud yet.',
  list: {
    open: (n: number) =>
      count(n, { one: '# file is not on this computer', other: '# files are not on this computer' }),
    title: 'Files that are not here',
    text: 'What the film uses comes first. A file is fetched before anything that travels by itself.',
    textStays:
      'This project is mirrored in a database of your own, which keeps no files. They stay on the device where they were made.',
    textAlone: 'This project is on this computer only, so there is nowhere to fetch them from.',
    none: 'Every file is on this computer.',
    filter: 'Show',
    all: 'All',
    used: 'Used by the film',
    fetchUsed: (n: number, bytes: string) =>
      count(n, { one: `Fetch # used file · ${bytes}`, other: `Fetch all # used files · ${bytes}` }),
    fetchAll: (n: number, bytes: string) =>
      count(n, { one: `Fetch # file · ${bytes}`, other: `Fetch all # files · ${bytes}` }),
    use: { timeline: 'On the timeline', chosen: 'Chosen', other: 'Not used' },
    hasProxy: 'smaller copy here',
    more: (n: number) => count(n, { one: '# more', other: '# more' }),
  },
  toMake: (n: number) =>
    count(n, {
      one: '# proxy is made when nothing else is going on.',
      other: '# proxies are made when nothing else is going on.',
    }),
  fetchFirst: (n: number, bytes: string) =>
    count(n, { one: `Fetch it first · ${bytes}`, other: `Fetch # files first · ${bytes}` }),
  notFetched: (n: number) =>
    count(n, {
      one: 'One medium is not on this computer',
      other: '# media are not on this computer',
    }),
  notFetchedText: (n: number) =>
    count(n, {
      one: 'A film is made of originals only. Fetch it, then export.',
      other: 'A film is made of originals only. Fetch them, then export.',
    }),
  notSentText: (n: number) =>
    count(n, {
      one: 'It is on another device, which has not sent it yet. Open the project there.',
      other: 'They are on another device, which has not sent them yet. Open the project there.',
    }),
};
