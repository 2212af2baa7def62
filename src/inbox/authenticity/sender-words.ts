/** Why a sender is judged as it is, for the person who reviews, in Dutch, with what to do. Nothing of the mail is repeated in it. */

const call = 'Bel de consulent op een nummer dat u al had en vraag of de mail van de gemeente komt.'
const beware = `Antwoord niet en open geen bijlage of link. ${call}`

export const verifiedWords = 'De handtekening (DKIM) van het domein van de afzender klopt.'

export const likelyWords =
  'De mail komt waarschijnlijk van de gemeente: onze mailserver herkende de server van de afzender. Maar de handtekening (DKIM) ontbreekt of klopt niet, dus de tekst kan onderweg zijn veranderd. Vraag de consulent of alles klopt voordat u de aanmelding aanneemt.'

export const unverifiedWords = {
  noFrom: `De mail heeft geen afzender die we kunnen lezen. ${call}`,
  notListed:
    'Het maildomein van de afzender staat bij geen enkel contract. Kijk of het domein klopt; alleen de beheerder kan een domein toevoegen.',
  ownAddress:
    'De mail komt van een adres van onszelf. Een aanmelding van een gemeente komt van het adres van de consulent.',
  server:
    'De mail is een melding van een mailserver. Zo’n melding is zelden ondertekend. Kijk of het klopt met wat wij verstuurden.',
  noServerName:
    'De naam van onze eigen mailserver is niet ingesteld. Daarom kunnen we deze afzender niet controleren. Vraag de beheerder om die naam in te stellen.',
  notChecked: `Onze mailserver heeft bij deze mail niet opgeschreven of de handtekening (DKIM) klopt. ${call}`,
  checkUnreadable: `De controle van de afzender in deze mail is niet te lezen. ${call}`,
  checkedByOther: `De controle van de afzender in deze mail komt niet van onze eigen mailserver. ${call}`,
  noPass: `De handtekening (DKIM) van de afzender ontbreekt of klopt niet. ${call}`,
  otherSigner: `De handtekening (DKIM) is van een ander domein dan de afzender. ${call}`,
  fail: `De mail is veranderd nadat hij werd ondertekend: de handtekening (DKIM) klopt niet met de inhoud. ${call} Gebeurt dit bij elke mail, dan zet onze mailserver er iets bij (een waarschuwing of een voettekst): vraag de beheerder om dat uit te zetten.`,
  weak: `De handtekening (DKIM) van de afzender is te zwak of geldt niet voor de hele mail. ${call}`,
  expired: `De handtekening (DKIM) van de afzender was al verlopen toen de mail binnenkwam. ${call}`,
  no_key: `De sleutel bij de handtekening (DKIM) van de afzender bestaat niet of niet meer. ${call}`,
} as const

export const suspiciousWords = {
  severalFrom: `De mail noemt meer dan één afzender. Dat hoort niet. ${beware}`,
  replyElsewhere: `Antwoorden op deze mail gaan naar een adres dat niet van deze gemeente is. ${beware}`,
  nameClaimsAddress: `In de naam van de afzender staat een adres van een gemeente, maar de mail komt van een ander adres. ${beware}`,
  nameClaimsMunicipality: `De naam van de afzender noemt een gemeente, maar het adres is niet van die gemeente. ${beware}`,
  ownAddress: `De mail doet alsof hij van onszelf komt, en dat is niet te bewijzen. ${beware}`,
  dmarcFail: `De mail doet alsof hij van de gemeente komt, maar onze mailserver ziet dat dat niet klopt (DMARC). ${beware}`,
} as const

/** The listed domain is ours to name; what the sender wrote is not repeated. */
export const lookAlikeWords = (listed: string): string =>
  `Het maildomein van de afzender lijkt op ${listed}, maar is het niet. ${beware}`
