import type { Lexicon } from '../lexicon.ts'
import { answers } from './answers.ts'
import { crisis } from './crisis.ts'
import { reasons } from './reasons.ts'
import { requests } from './requests.ts'

/** English, as a second language too. */
export const english: Lexicon = {
  entries: [...crisis, ...requests, ...answers, ...reasons],
  idioms: [
    'dead/dying tired/battery/phone/line/easy/serious/end/ends/link',
    'phone/battery/laptop/car ?is/was/has ?just/almost/always dead/died/dying',
    'im/am dead tired/serious/sure',
    'dying to see/know/meet/come/hear',
    'killing time',
    'it hit me',
    'kill time',
    'pain/back/head/feet/knee/heat/heads ?is/are/keeps/keep/really killing/kills me',
    'shoot me ?a/an/your message/mail/email/text',
    'beat me to',
    'hit me up/back',
    'cut it short',
    'stress is killing',
  ],
  nothing: [
    'what a/the',
    'how nice/kind/lovely',
    'call it a day',
    'not sick ?anymore',
    'not ill ?anymore',
    'no longer sick/ill',
    'was/been sick/ill last',
    'feel/feeling/am/im better',
    'no fever ?anymore',
    'not/never/wont/dont forget/forgot',
    'no problem/worries/prob',
    'dont worry',
    'not only',
    'sick of',
    'i ill',
    'cant wait',
    'no need',
  ],
  nots: ['not', 'no', 'never', 'isnt', 'dont', 'arent', 'wont', 'cant', 'cannot', 'couldnt'],
  fillers:
    'hi hello hey dear sir madam mr mrs ms please pls plz sorry good morning afternoon evening regards best greetings kind the i want choose would like it is for me my a option to go with prefer'.split(
      ' ',
    ),
  plain:
    'there their these those other mother father money month matter water after about above never seven every going doing being bring thing things think thank tanks could would should house horse hours early year years today right might night light sight sorry story still style where were when then than that this with will well what want went while white whole world words works worker coming common change chance charge choice clear close class dinner day days meeting met need next north number numbers open order party people phone place plans please point problem ready really reply send sent small smart some something soon speak start state stay talk tell text until using very visit wait walk week weekend weeks wrote write young'.split(
      ' ',
    ),
  doubts: ['maybe', 'perhaps', 'probably', 'think', 'hope', 'try', 'not sure', 'might', 'depends', 'dont know'],
  conditions: ['if/unless/whether i/it/we/my/you', 'in case'],
  stems: ['suicid'],
  aliases: { ur: 'your', tmrw: 'tomorrow', tmr: 'tomorrow', thx: 'thanks', pls: 'please' },
  numbers: [
    ['one', 'first', '1st'],
    ['two', 'second', '2nd'],
    ['three', 'third', '3rd'],
    ['four', 'fourth'],
    ['five', 'fifth'],
    ['six', 'sixth'],
    ['seven', 'seventh'],
    ['eight', 'eighth'],
    ['nine', 'ninth'],
    ['ten', 'tenth'],
  ],
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  choosing: ['number', 'option', 'choice', 'answer', 'nr'],
}
