import { wordSet } from '../language/words.ts';

/** Regular verbs that stories and screenplays are made of, in their base form. */
export const regularVerbs = wordSet(`
accept ache act add admire admit adjust advance agree aim allow amble annoy answer appear applaud approach argue arrange arrive ask
attack avoid balance bang bark bathe beam beckon beg behave belong blaze blink blur blush board boil bolt bounce bow
breathe brush bubble bump burn bury buzz call calm carry cast cause change charge chase chat check cheer chew chime circle clamber clap
clasp clatter clean clear click climb clock close clutch collapse collect comb comfort command complain consider contain
continue cool cough count cover crack crackle cradle crash crawl creak cross crouch crowd crumble crumple crush cry curl curse
dance dangle dare darken dart dash decide deliver descend deserve detach die dip disappear discover dismiss dissolve dive
drag drain dress drift drip drop drown drum dry duck edge embrace emerge empty end enjoy enter erupt escape examine
exchange exhale exit expect explain explode explore extend face fade fail faint fan fasten fidget fill finger finish fish
fix flap flare flash flatten flicker flinch flip float flood flow flutter fold follow frame frown fumble
gallop gasp gather gaze gesture giggle glance glare gleam glide glint glisten glitter glow gnaw grab grasp greet grimace grin
grip groan grope growl grumble guard guess guide gulp halt hammer hand handle happen haul haunt hesitate hiss hobble hoist
hop hope hover howl hug hum hurl hurry hush ignore imagine inch inhale insert inspect invite jab jam jerk jiggle join joke
jump kick kill kiss knit knock label labour lap lash last laugh launch lick lift like limp line linger listen live load
loiter loom loosen look love lower lurch lurk march mark marvel measure melt mend mention mind miss mix moan mop mount move
mumble murmur mutter narrow need nod notice nudge obey offer open operate order own pace pack paint pant park part pass
pat pause peek peel peer perch pick pin pinch pivot place plan plant play plead point poke polish pop pose pound pour pray
prepare press pretend proceed promise prop protect prowl pry pull pump punch push question race rain raise rap rattle reach react realise
realize recede receive recognise recognize recoil refuse regard relax release remain remember remove repeat reply rest
return reveal reverse rip ripple roar rock roll rub rumble rummage rush rustle sail salute scan scatter scoop scramble scrape
scratch scream screech scribble scrub scurry search settle shatter shift shiver shove shout shrug shudder shuffle sigh signal
sip sketch skid skim skip slam slap slice slip slow slump smack smash smell smile smoke smooth snap snatch sneak sneer sniff snore snow
soak soar sob splash sprint sputter squat squeeze squint stack stagger stain stalk stamp stare start startle stay steady steam steer
step stir stoop stop straighten strain stretch stroke stroll struggle stumble stutter suck suit support surface surge surprise surround
survey sway switch tap taste tear tend thank throb thump tick tie tighten tilt tiptoe toss touch tour tow trace trail tremble
trickle trip trot trudge trust try tuck tug tumble turn twinkle twirl twist twitch type uncover unfold unlock unroll unwrap use
usher vanish vault visit wade wail wait walk wander want warm warn wash watch wave weigh whimper whip whirl whisper whistle
wince wink wipe wish wobble wonder work worry wrap wrestle yank yawn yell
knock hail ferry ebb reply echo cup dim circle flock fog fret guide hail kindle moor row rove shelter spark thaw tune veer
`);
