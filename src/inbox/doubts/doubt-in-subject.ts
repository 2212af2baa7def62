import type { DoubtPatterns } from './doubt.ts'

/** 'RE: FW: Aanmelding' */
const prefix = /^\s*(re|antw|antwoord|aw|sv|fw|fwd|doorst|tr|wg)\s*(?:\[\d+\])?\s*:\s*/
const reply = new Set(['re', 'antw', 'antwoord', 'aw', 'sv'])

export const withoutPrefixes = (subject: string): { rest: string; isReply: boolean } => {
  let rest = subject
  let isReply = false
  for (let found = prefix.exec(rest); found !== null; found = prefix.exec(rest)) {
    isReply ||= reply.has(found[1] ?? '')
    rest = rest.slice(found[0].length)
  }
  return { rest, isReply }
}

/** One word in a subject is enough: there it says what the mail is for. */
export const subjects: DoubtPatterns = [
  [
    'machine',
    /^(?:automatisch antwoord|automatic reply|out of office|afwezig|(?:niet )?gelezen:|leesbevestiging|read:|geaccepteerd:|geweigerd:|onbestelbaar|undeliver|mislukt|delivery)/,
  ],
  [
    'withdrawn',
    /verkeerde (?:persoon|klant|kandidaat|deelnemer|client|inwoner)|niet meer nodig|hoeft niet (?:meer|langer|door)|intrek|ingetrokken|\btrek(?:ken|t)?\b.*\bin\b|annule|\bcancel|vervalt|vervallen|recall|terugroep|terugtrek|teruggetrok|\bafmeld|afgemeld|afzeg|afgezegd|(?:gaat|gaan|kan|kunnen) niet door|niet doorgaan|stopzet|stopgezet|\bstop(?:pen)?\b|beeindig|\beinde\b|afsluit|afgesloten|\bhold\b|opschort/,
  ],
  [
    'changed',
    /wijzig|verander|correct|gecorrig|rectific|herzien|aanpass|aangepast|aanvul|\bupdate\b|verbeterd|verleng|\b(?:nieuw|ander|juist)e? (?:telefoon|nummer|adres|e-?mail)/,
  ],
  [
    'asks',
    /\bvra(?:ag|gen|agje)\b|\?|voortgang|evaluatie|terugkoppel|rapport|\bstatus\b|stand van zaken|herinner|klacht|\bno[ -]?show\b|\bverzuim\b|\bziek(?!tewet)|niet versch|\bafspraak|\bfactu|\bofferte|uitnodiging/,
  ],
  [
    'not_now',
    /\b(?:nog|voorlopig|even|graag) niet\b|uitstel|uitgesteld|\bniet (?:oproep|inplan|uitnodig|start|verwerk)/,
  ],
  [
    'out_of_reach',
    /overleden|overlijden|verhuisd|verhuizing|(?:werk|baan) gevonden|werkaanvaarding|aan het werk|nieuwe baan|uitgestroomd|detentie|gedetineerd|geen (?:bijstands?)?uitkering/,
  ],
  ['no_referral', /\b(?:geen|niet)\b.*(?:aanmeld|verwijz)|\btest(?:mail|bericht|je)?\b|vergissing|abus|negeer|negeren/],
  ['wait_first', /\bconcept\b|vooraankondiging|vooraanmelding|\bvoorlopige\b|\bproefversie\b/],
  ['sent_before', /\bnogmaals\b|\bopnieuw (?:verzonden|verstuurd|gestuurd)\b/],
]
