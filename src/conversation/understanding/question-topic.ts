import type { Language } from '#src/domain/values/language.ts'
import type { QuestionTopic } from '../session.ts'
import { border, wordsIn } from './text.ts'

/** How people ask about one topic: `marks` tell which, `beside` say nothing else. Words as `wordsIn` cuts them, '*' for any ending. */
interface Asking {
  readonly marks: Readonly<Record<QuestionTopic, string>>
  readonly beside: string
}

const dutch: Asking = {
  marks: {
    appointment:
      'waar adres locatie straat plaats hoe_laat tijd tijdstip wanneer welke_dag welke_datum datum met_wie bij_wie welke_coach welk_gebouw',
    who: 'wie_is_dit wie_bent_u wie_ben_je wie_ben_jij wie_zijn_jullie van_wie_is_dit wie_stuurt_dit wie_schrijft_dit welk_nummer_is_dit ben_je_een_robot bent_u_een_robot is_dit_een_robot',
    bring:
      'meenemen mee_nemen meebrengen mee_brengen papieren documenten legitimatie paspoort id id_bewijs identiteitsbewijs bij_me_hebben',
    travel:
      'bus trein tram metro ov reiskosten reisgeld parkeren parkeer* reizen vervoer hoe_kom_ik_daar hoe_kom_ik_er',
    interpreter: 'tolk vertaler vertalen',
    rights: 'rechten plichten verplicht moet_ik_komen',
    complaints: 'klacht_indienen klacht klachten klagen',
    privacy: 'privacy gegevens avg',
    content:
      'waar_gaat_het_over waar_gaat_dit_over waarover hoe_lang hoelang duurt wat_gaan_we_doen wat_doen_we waarom',
  },
  beside:
    'hoi hallo hey dag goedemorgen goedemiddag goedenavond goede morgen middag avond mag ik vragen vraag kunt u kun kan je jij mij me zeggen vertellen sturen weten wil graag of is zijn de het een mijn uw jullie onze afspraak intake gesprek en ook dan aub alstublieft svp nog moet moeten naar toe naartoe heen komen kom krijg krijgen hebben heb heeft wat welke welk hoe er daar voor van met bij mee aan op in ben niet meer precies vergeten weet eigenlijk even nou maar dat die dit deze ergens iets iemand ik we wij u begint begin gaat over ga doen daarvoor hiervoor kwijt ook_alweer alweer',
}

const english: Asking = {
  marks: {
    appointment:
      'where address location place street what_time which_time when which_day what_day what_date date time with_whom with_who who_with which_coach which_building',
    who: 'who_is_this who_are_you who_is_it who_sent_this are_you_a_robot are_you_a_bot is_this_a_bot whose_number_is_this',
    bring: 'bring documents papers passport id identification take_with_me',
    travel: 'bus train tram metro travel_costs travel_money parking park how_do_i_get_there how_can_i_get_there',
    interpreter: 'interpreter translator',
    rights: 'rights duties mandatory obliged must_i_come do_i_have_to_come',
    complaints: 'complaint complaints complain',
    privacy: 'privacy my_data gdpr',
    content: 'what_is_it_about what_is_this_about what_about how_long why what_will_we_do what_do_we_do',
  },
  beside:
    'hi hello hey good morning afternoon evening may i ask question can could you tell me send know would like to please is are the a an my your our appointment intake meeting and also then do need must have should go come get there for of with at in on what which how it this that there am not anymore exactly forgot lost just but something somebody we be start starts does will if us',
}

const askings: Partial<Record<string, Asking>> = { nl: dutch, en: english }

interface Known {
  readonly marks: readonly { readonly words: readonly string[]; readonly topic: QuestionTopic }[]
  readonly beside: ReadonlySet<string>
}

const known = new Map<Language, Known | undefined>()

function knownIn(language: Language): Known | undefined {
  if (!known.has(language)) known.set(language, prepared(askings[language]))
  return known.get(language)
}

const prepared = (asking: Asking | undefined): Known | undefined =>
  asking && {
    marks: Object.entries(asking.marks)
      .flatMap(
        ([topic, marks]) => marks.split(' ').map((mark) => ({ words: mark.split('_'), topic: topic as QuestionTopic })), // its own keys
      )
      .toSorted((a, b) => b.words.length - a.words.length),
    beside: new Set(asking.beside.split(' ')),
  }

const isWord = (word: string, said: string | undefined): boolean =>
  said !== undefined && (word.endsWith('*') ? said.startsWith(word.slice(0, -1)) : said === word)

/**
 * What a question is about, when that is all that it asks. One word that we do not know, or two topics, and it is undefined: a person
 * answers then, for half an answer looks like a whole one.
 */
export function questionTopic(text: string, language: Language): QuestionTopic | undefined {
  const asking = knownIn(language)
  if (asking === undefined) return undefined
  const tokens = wordsIn(text).tokens.filter((token) => token !== border)
  const topics = new Set<QuestionTopic>()
  for (let at = 0; at < tokens.length;) {
    const mark = asking.marks.find(({ words }) => words.every((word, n) => isWord(word, tokens[at + n])))
    if (mark === undefined && !asking.beside.has(tokens[at] ?? '')) return undefined
    if (mark !== undefined) topics.add(mark.topic)
    at += mark?.words.length ?? 1
  }
  const [topic, ...others] = topics
  return others.length === 0 ? topic : undefined
}
