import type { Lexicon, SpokenLexicon } from './lexicon.ts'
import ar from './lexicons/ar.json' with { type: 'json' }
import en from './lexicons/en.json' with { type: 'json' }
import es from './lexicons/es.json' with { type: 'json' }
import fa from './lexicons/fa.json' with { type: 'json' }
import fr from './lexicons/fr.json' with { type: 'json' }
import nl from './lexicons/nl.json' with { type: 'json' }
import pl from './lexicons/pl.json' with { type: 'json' }
import ru from './lexicons/ru.json' with { type: 'json' }
import ti from './lexicons/ti.json' with { type: 'json' }
import tr from './lexicons/tr.json' with { type: 'json' }
import uk from './lexicons/uk.json' with { type: 'json' }

// `node tools/lexicons.ts` wrote them from lexicons of these types, and a test holds them to those; a file cannot say it.
export const dutch = nl as unknown as SpokenLexicon
export const english = en as unknown as SpokenLexicon

/** Every language that messages are understood in; Dutch first, which counts where nothing tells. */
export const understoodLanguages = [dutch, english, tr, ar, pl, uk, ru, ti, fa, es, fr] as unknown as readonly Lexicon[]

export const lexiconOf = (code: string): Lexicon => understoodLanguages.find((one) => one.code === code) ?? dutch
