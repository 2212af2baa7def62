import type { OtherWriter } from '../other-writer-words.ts'

const kin =
  'mari/époux/épouse/femme/conjoint/conjointe/compagnon/compagne/copain/copine/fiancé/fiancée/fils/fille/frère/soeur/sœur/mère/maman/père/papa/oncle/tante/cousin/cousine/ami/amie/voisin/voisine/beau_frère/belle_soeur/belle_fille'
const helpers =
  'interprète/linterprète/traducteur/traductrice/accompagnateur/accompagnatrice/tuteur/tutrice/éducateur/éducatrice'

export const otherWriter: OtherWriter = {
  says: [
    `suis son/sa ${kin}/${helpers}`,
    `suis le/la/un/une ${kin} de`,
    `suis ?le/la/un/une ${helpers}`,
    `suis lépoux/lépouse/lami/lamie de`,
    `ici son/sa/le/la ${kin}/${helpers}`,
    `cest son/sa/le/la ${kin}/${helpers}`,
    `cest linterprète`,
    'au nom de',
    'en son nom',
    'de la part de ma/mon/madame/monsieur/mme/mr',
    'écris/jécris/réponds pour/à_la_place ?de elle/lui/ma/mon/madame/monsieur',
    'traduis pour',
  ],
  unless: [
    'suis * de deux/trois/quatre/cinq/2/3/4/5/famille/mes/mon/ma/jeunes/petits',
    'suis * avec/chez/sans',
    'au nom de mon employeur/entreprise',
  ],
  about: [`ma/mon ${kin} ?ne peut/pourra pas * venir/être_là/se_présenter`, `ma/mon ${kin} ?ne vient/viendra pas`],
  afterName: 'est/a/ne/peut/doit/va/veut',
  selves: 'je jai moi me jarrive nous',
  answers: [`?non/oui ?je ?suis ?son/sa/le/la/un/une ${kin}/${helpers}`, '?jécris/écris pour elle/lui'],
}
