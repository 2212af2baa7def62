import type { YAMLError } from 'yaml'

interface Explanation {
  readonly message: string
  readonly advice: string
}

const unreadable: Explanation = {
  message: 'Hier staat iets dat geen goede YAML is.',
  advice: 'Kijk op deze regel en de regel erboven naar de inspringing, de dubbele punten en de aanhalingstekens.',
}

const indentation: Explanation = {
  message: 'De inspringing klopt hier niet, of hierboven is een haakje of accolade niet gesloten.',
  advice: 'Spring in met spaties, twee per niveau, zet sleutels van een blok recht onder elkaar, en sluit elke { en [.',
}

const sign: Explanation = {
  message: 'Hier ontbreekt een teken: een aanhalingsteken, haakje, accolade, komma of dubbele punt.',
  advice: 'Sluit af wat op deze regel of de regel erboven is geopend, en zet na elke sleutel `: `.',
}

const colon: Explanation = {
  message: 'Hier staat een dubbele punt waar er geen kan staan.',
  advice: 'Zet een tekst met een dubbele punt tussen aanhalingstekens.',
}

const quoted: Explanation = {
  message: 'Deze tekst begint met een teken dat in YAML iets anders betekent.',
  advice: 'Zet de tekst tussen aanhalingstekens.',
}

const tag: Explanation = {
  message: 'Een woord dat met ! begint heeft in een contractbestand geen betekenis.',
  advice: 'Haal het weg, of zet de tekst tussen aanhalingstekens.',
}

const explanations: Partial<Record<YAMLError['code'], Explanation>> = {
  BAD_INDENT: indentation,
  TAB_AS_INDENT: { message: 'Deze regel springt in met een tab.', advice: 'Spring in met spaties, twee per niveau.' },
  DUPLICATE_KEY: {
    message: 'Deze sleutel staat twee keer in hetzelfde blok.',
    advice: 'Haal een van de twee weg; anders is niet duidelijk welke regel geldt.',
  },
  MISSING_CHAR: sign,
  BLOCK_AS_IMPLICIT_KEY: colon,
  MULTILINE_IMPLICIT_KEY: colon,
  BAD_SCALAR_START: quoted,
  BAD_ALIAS: quoted,
  BAD_DQ_ESCAPE: {
    message: 'Een \\ tussen dubbele aanhalingstekens heeft een eigen betekenis.',
    advice: "Gebruik enkele aanhalingstekens: 'zo'.",
  },
  TAG_RESOLVE_FAILED: tag,
  MULTIPLE_TAGS: tag,
  NON_STRING_KEY: {
    message: 'Een sleutel is één woord, geen lijst of blok.',
    advice: 'Zet na elke sleutel `: `, en een tekst met { of [ tussen aanhalingstekens.',
  },
  MULTIPLE_DOCS: {
    message: 'In dit bestand staan meer documenten onder elkaar (---).',
    advice: 'Zet één contract in één bestand.',
  },
}

/** What the YAML parser says in English and in its own terms, in words that help whoever edits a contract file. */
export const explainYamlError = (error: YAMLError): Explanation => explanations[error.code] ?? unreadable
