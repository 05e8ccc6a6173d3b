import { wordSet } from './words.ts';

export const determiners = wordSet(
  `the a an this that these those his her its their my our your some any no every each another both either neither
   one two three four five six seven eight nine ten eleven twelve many several few all`,
);
export const possessives = wordSet('his her its their my our your');
export const prepositions = wordSet(
  `in on at out of inside outside behind beneath under below above over from with without through across along beyond
   past near by beside between among against toward towards into onto before after until to for like around about
   down up off upon within amid despite during as than throughout via`,
);
export const auxiliaries = wordSet(
  `is are was were be been being am has have had do does did can could will would shall should may might must
   isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't cannot`,
);
export const conjunctions = wordSet(
  'and but or nor so yet because while when where as if though although until that which who whom whose',
);
export const subjectPronouns = wordSet('he she it they we you i');
export const openers = wordSet(
  `then now and but far suddenly finally slowly meanwhile again still outside inside nearby overhead somewhere elsewhere
   carefully quietly gently at last once soon later beyond below above everywhere quickly instead`,
);
