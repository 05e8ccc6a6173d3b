/** base:past:participle; where the participle is left out it equals the past. */
const table = `
arise:arose:arisen awake:awoke:awoken bear:bore:borne beat:beat:beaten become:became:become begin:began:begun bend:bent
bind:bound bite:bit:bitten bleed:bled blow:blew:blown break:broke:broken bring:brought build:built burn:burnt burst:burst
buy:bought catch:caught choose:chose:chosen cling:clung come:came:come creep:crept cut:cut deal:dealt dig:dug
draw:drew:drawn dream:dreamt drink:drank:drunk drive:drove:driven eat:ate:eaten fall:fell:fallen feed:fed feel:felt
fight:fought find:found flee:fled fling:flung fly:flew:flown forget:forgot:forgotten forgive:forgave:forgiven
freeze:froze:frozen get:got give:gave:given go:went:gone grind:ground grow:grew:grown hang:hung hear:heard
hide:hid:hidden hit:hit hold:held hurt:hurt keep:kept kneel:knelt know:knew:known lay:laid lead:led lean:leant leap:leapt
learn:learnt leave:left lend:lent let:let lie:lay:lain light:lit lose:lost make:made mean:meant meet:met
mistake:mistook:mistaken overhear:overheard pay:paid put:put read:read ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run
say:said see:saw:seen seek:sought sell:sold send:sent set:set sew:sewed:sewn shake:shook:shaken shine:shone shoot:shot
show:showed:shown shrink:shrank:shrunk shut:shut sing:sang:sung sink:sank:sunk sit:sat sleep:slept slide:slid sling:slung
slink:slunk speak:spoke:spoken spend:spent spill:spilt spin:spun spit:spat split:split spread:spread spring:sprang:sprung
stand:stood steal:stole:stolen stick:stuck sting:stung stink:stank:stunk stride:strode:stridden strike:struck
string:strung strive:strove:striven swear:swore:sworn sweep:swept swell:swelled:swollen swim:swam:swum swing:swung
take:took:taken teach:taught tear:tore:torn tell:told think:thought throw:threw:thrown tread:trod:trodden
understand:understood undo:undid:undone upset:upset wake:woke:woken wear:wore:worn weave:wove:woven weep:wept win:won
wind:wound withdraw:withdrew:withdrawn wring:wrung write:wrote:written
`;

export interface IrregularVerb {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
}

export const irregularVerbs: readonly IrregularVerb[] = table
  .trim()
  .split(/\s+/)
  .map((entry) => {
    const [base = '', past = '', participle = past] = entry.split(':');
    return { base, past, participle };
  });
