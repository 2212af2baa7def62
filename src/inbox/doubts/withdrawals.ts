import type { DoubtPatterns } from './doubt.ts'

const wanted = '(?:aanmelding|verwijzing|traject|intake|begeleiding|deelname|plaatsing|opdracht)'
const referred = '(?:referral|registration|intake|programme|program|trajectory|case|request)'
const asks =
  "(?:please|kindly|hereby|we|i|(?:would like|want|wish|have|need|decided) to|(?:can|could|would|will) you|i'd like to)"
const undo = '(?:cancel|withdraw|revoke|retract|disregard|ignore|stop|discontinue|terminate|end|close)'
const undone = '(?:cancell?ed|withdrawn|revoked|retracted|stopped|terminated|ended|closed|void)'

/**
 * How a municipality says that somebody whom it referred is not to come after all, in the sentences that name no form of 'intrekken' or
 * 'annuleren'. An earlier traject that stopped is the history of many who are referred: these say what is wanted now.
 */
export const withdrawals: DoubtPatterns = [
  ['withdrawn', new RegExp(`\\b(?:toch|helaas|dus) (?:maar )?geen (?:\\w+ ){0,2}${wanted}\\b`)],
  ['withdrawn', /\bbij nader inzien\b.{0,80}\b(?:geen|niet|af)\b/],
  ['withdrawn', new RegExp(`\\bgeen (?:\\w+ )?${wanted} meer (?:nodig|gewenst)\\b`)],
  [
    'withdrawn',
    /\b(?:hoeft|hoeven|start|starten|begint|komt|doet|gaat|wil) (?:\w+ )?toch niet\b|\btoch niet (?:meer )?(?:(?:te|worden) )?(?:starten|beginnen|deelnemen|meedoen|aanmelden|aangemeld|nodig|door)\b/,
  ],
  [
    'withdrawn',
    new RegExp(
      `\\b${wanted}\\b.{0,60}\\b(?:verwijder(?:en)?|weghalen|schrappen|geschrapt|doorhalen|cancel\\w*|gecance\\w*|(?:te|graag) negeren)\\b|\\b(?:negeer|verwijder|schrap|cancel) (?:\\S+ ){0,4}${wanted}\\b`,
    ),
  ],
  [
    'withdrawn',
    new RegExp(
      `\\b${wanted}\\b.{0,60}\\b(?:kan|mag|moet|kunnen|mogen) (?:\\w+ ){0,3}(?:stoppen|gestopt|gestaakt|eindigen)\\b|^(?:\\S+ ){0,4}?stop(?:pen)? (?:met )?(?:het|dit|de) ${wanted}\\b`,
    ),
  ],
  [
    'withdrawn',
    /\bhad(?:den)? (?:\w+ ){0,3}niet (?:\w+ )?(?:verstuurd|verzonden|gestuurd|aangemeld) (?:mogen|moeten)\b|\b(?:kiezen|kiest|gekozen) (?:\w+ )?(?:toch )?voor een andere (?:aanbieder|partij|organisatie)\b/,
  ],
  [
    'withdrawn',
    new RegExp(`\\b${asks} (?:\\S+ ){0,4}?${undo} (?:\\S+ ){0,4}?${referred}\\b|^${undo} (?:the|this) ${referred}\\b`),
  ],
  [
    'withdrawn',
    new RegExp(
      `\\b(?:referral|registration)\\b.{0,50}\\b(?:is|was|has been|have been|can be|should be|will be|must be|to be) (?:\\w+ )?${undone}\\b|\\b(?:withdrawal|cancellation|retraction) of (?:\\S+ ){0,3}?${referred}\\b`,
    ),
  ],
  [
    'out_of_reach',
    /\bno longer (?:needed|required|necessary|eligible|lives? in|(?:needs?|requires?|wants?|wish(?:es)? to) (?:\S+ ){0,3}?(?:programme|program|intake|trajectory|guidance|participate))\b|(?<!\b(?:not|never|yet) )\b(?:has|have) (?:already |now |recently |just )?(?:found|started|accepted) (?:a |an )?(?:new |paid |full-?time )?(?:job|work|employment)\b|\bhas (?:now |recently |since |just )?moved to (?!the netherlands|holland|our|this)(?!.*\b(?:19|20)\d\d\b)|\b(?:has passed away|is deceased)\b/,
  ],
]
