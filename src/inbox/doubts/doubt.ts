/** What makes somebody who reads a mail ask whether it wants a new journey at all, or wants it now. */
export type Doubt =
  | 'withdrawn'
  | 'changed'
  | 'asks'
  | 'not_now'
  | 'out_of_reach'
  | 'no_referral'
  | 'answer'
  | 'machine'
  | 'wait_first'
  | 'sent_before'
  | 'not_their_phone'

/** `said`: the sentence that raises it. */
export interface SaidDoubt {
  readonly doubt: Doubt
  readonly said: string
}

export type DoubtPatterns = readonly (readonly [Doubt, RegExp])[]

export const matchIn = (text: string, patterns: DoubtPatterns): Doubt | undefined =>
  patterns.find(([, pattern]) => pattern.test(text))?.[0]

/** In Dutch, for the person who looks. They never repeat the mail. */
export const wordsOf = (doubt: Doubt): string =>
  `${why[doubt]} Deze mail heeft niets gestart en niets gestopt. Lees hem zelf; is het toch een nieuwe aanmelding, neem hem dan over.`

const why: Readonly<Record<Doubt, string>> = {
  withdrawn: 'Deze mail lijkt een aanmelding of traject in te trekken of te annuleren.',
  changed: 'Deze mail lijkt een wijziging van of aanvulling op iets wat al eerder is gestuurd.',
  asks: 'Deze mail lijkt een vraag of bericht over een deelnemer die er al is.',
  not_now: 'In de mail lijkt te staan dat de deelnemer (nog) niet opgeroepen of ingepland moet worden.',
  out_of_reach: 'In de mail lijkt te staan dat de deelnemer werk heeft, verhuisd, overleden of niet te bereiken is.',
  no_referral: 'In de mail lijkt te staan dat het geen aanmelding is, of een test of vergissing.',
  answer: 'Deze mail is een antwoord op een andere mail, en het onderwerp noemt geen aanmelding.',
  machine: 'Deze mail lijkt een automatisch bericht, zoals een afwezigheidsmelding of leesbevestiging.',
  wait_first:
    'In de mail lijkt te staan dat er eerst nog iets moet gebeuren: overleg, een akkoord, een besluit of een latere start.',
  sent_before: 'In de mail lijkt te staan dat dezelfde aanmelding al eerder is gestuurd.',
  not_their_phone:
    'In de mail lijkt te staan dat het telefoonnummer van iemand anders is, of niet gebruikt mag of kan worden.',
}
