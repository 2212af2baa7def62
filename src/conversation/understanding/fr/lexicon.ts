import type { Entry, Lexicon } from '../lexicon.ts'
import { plain } from '../text.ts'
import { answers } from './answers.ts'
import { complaints } from './complaints.ts'
import { crisis, idioms } from './crisis.ts'
import { late } from './late.ts'
import { moments } from './moments.ts'
import { others } from './others.ts'
import { questions } from './questions.ts'
import { reasons } from './reasons.ts'
import { requests } from './requests.ts'
import { aliases } from './spellings.ts'

const words = (text: string): string[] => text.split(' ')

const known = new Map(Object.entries(aliases).map(([from, to]) => [plain(from), plain(to)]))

/** Phrases are written as people write, and read as their messages are: 'j'ai' is 'ai'. */
const aliased = (phrases: readonly string[]): string[] =>
  phrases.map((phrase) =>
    phrase.replaceAll(/[\p{L}\p{N}]+(?![\p{L}\p{N}~])/gu, (word) => known.get(plain(word)) ?? word),
  )

const read = ({ whole = [], sure = [], likely = [], hint = [], ...entry }: Entry): Entry => ({
  ...entry,
  whole: aliased(whole),
  sure: aliased(sure),
  likely: aliased(likely),
  hint: aliased(hint),
})

/** French of France, Belgium, Switzerland and Africa, as people type it on a phone. */
export const french: Lexicon = {
  code: 'fr',
  common: words(
    "je j tu il elle on nous vous ils elles le la les l un une des du de d et ou où mais donc car ne n pas plus que qu qui quoi dont ce c cet cette ces mon ma mes ton votre vos notre nos son sa ses leur au aux en dans pour par avec sans sur sous chez vers est c'est n'est suis j'ai n'ai ai as avons avez ont était étais sera serai être avoir faire peux peut veux dois viens vais va venir oui non merci bonjour salut svp rdv rendez vous demain aujourd'hui hier très bien aussi parce quand comment pourquoi combien jour heure semaine prochaine matin soir plaît travail désolé viendrai viendrais serais pourrai pourrais peu veut veux voudrais aimerais pouvez avez êtes allez faut fait dois doit rien tout toute tous fils fille mère père enfant enfants mari femme appelez jour jours lundi mardi mercredi jeudi vendredi samedi dimanche malade oublié message messages numéro néerlandais français arrive retard bus plutôt autre même déjà encore toujours jamais maintenant ça ca là alors voilà pcq jpeu jpeux chui jsuis annulez annuler annule jarrive jve jvais jveux me te se tout mourir mourrir tuer pendre jserai jpourrai jviens jaurai jarriverai quelquechose néerlandais svp appelez rappelez enfants fièvre grippe covid bus voiture travail boulot école hôpital médecin rendez-vous rendezvous dsl bjr g pr ds qui quoi koi cb lequel personne quelqu'un mieux bon bonne",
  ),
  letters: 'çœèêàùûîâ',
  moments,
  entries: [...crisis, ...complaints, ...requests, ...others, ...questions, ...late, ...answers, ...reasons].map(read),
  idioms: aliased(idioms),
  nothing: aliased([
    'pas/plus ?du ?tout malade',
    'pas/plus ?du ?tout malade',
    'lautre fois/jour/soir ?la',
    'plus/pas ?de/aucune fievre',
    'suis gueri/guerie/retabli/retablie/remis/remise',
    'va/vais/sens/vont/sent/suis beaucoup/bien/deja/nettement/vraiment/me ?beaucoup/bien/deja mieux ?maintenant',
    'va/vais/sens/vont/sent/est mieux',
    'etais/etait/ete malade ?la/mais/hier ?semaine ?derniere mais',
    'malade la semaine derniere',
    'noublierai/oublierai pas',
    'noublie/oublie/oublierai/oublier pas/surtout',
    'pas/sans/jamais oublie/oublier/oublierai',
    'oublie/oublier de/d ?vous demander/preciser/dire/repondre/signaler/prevenir/poser',
    'pas ?de/besoin ?de/besoin ?de interprete/traducteur',
    'pas besoin ?de/d/dun interprete/voiture/transport/nounou/baby/garde',
    'pas ?etre/en/de/du/daucun en/de/du retard',
    'sans retard',
    'pas en retard',
    'jamais en retard',
    'malade/marre de vos messages',
    'hate ?de/d ?vous/y ?rencontrer/etre',
    'grand/mere/pere/soeur/maman/mari/femme/copine/voisine/tante/nounou/belle peut/va/vient/garde/gardera/pourra/soccupe/occupe ?va/le/la/les/me/garder ?garder/la/les/de/du/deposer/conduire ?enfants/petit/petite/enfant',
    'trouve/trouvé/ai ?trouve/ai/une/un/enfin/finalement ?une/un ?une/autre/enfin solution/nounou/babysitter/garde/gardienne/covoiturage/lift/voiture',
    'voiture/auto/velo ?est ?deja reparee/repare/marche',
    'greve ?est terminee/annulee/finie/levee',
    'cherche ?un/du/de/activement/toujours ?un/du travaille/emploi/stage/logement',
    'chercher/trouver/recherche ?de/d/du/un travaille/emploi/stage/logement',
    'code postal/de la porte',
    'bon/bonne courage/retablissement',
    'sait/sais pas ?encore ?pour combien ?de ?temps',
    'pas dit que ?je viens/venais/viendrai pas',
    'sais/sait/peux/arrive pas ?tres/trop/bien ?bien ecrire/lire/parler',
    'pas tres/trop/bien ?bien compris/entendu/vu/recu/lu',
    'sil vous plait',
    'si vous plait',
    'sil te plait',
    'ca ?ne ?me/nous derange/gene pas',
    'pas de souci/soucis/probleme/problemes',
    'pas grave',
    'aucun/sans souci/probleme',
    'nul doute',
  ]),
  nots: words('pas jamais aucun aucune ni nullement'),
  notsAfter: ['pas'],
  starts: words('je suis ai mon ma mes mais car parce donc et puisque comme cause il elle on nous vais dois'),
  pastVerbs: aliased(words('étais était avais avait étaient fut avaient allait allais')),
  pastAfter: [],
  past: aliased([
    'semaine/mois/année/an dernier/dernière/passé/passée',
    'il y a deux/trois/2/3/4/un/une/quelques/longtemps',
    'avant ça',
    "à l'époque",
    'autrefois',
  ]),
  fillers: words(
    "bonjour bonsoir salut hello coucou madame monsieur mme mr m mademoiselle cher chère svp stp s'il sil vous te plaît plait moi je j le la l les désolé désolée excusez pardon alors donc bien cordialement merci d'avance à tous en pour ah eh ben bah euh hein quoi ok du de d prends choisis choix option numéro ce celui celle sera plutôt veux voudrais aimerais préfère est c'est c ça on y prendre choisir serait inchallah inshallah hamdoullah salam cdt cdlt bien sûr",
  ).filter((word) => !['ok', 'merci', 'bien', 'sûr', 'plutôt', 'coucou', 'quoi'].includes(word)),
  plain: [
    ...words(
      'cette votre notre avant après autre aussi alors encore toujours jamais depuis pendant entre contre comme comment quand quelle quelque chose choses temps monde homme femme petit petite grand grande jeune vieux bonne mauvais dernier dernière premier première nouveau nouvelle seul seule même mêmes tous toute toutes plusieurs beaucoup assez trop très vraiment surtout peut-être bientôt souvent parfois ensuite enfin voilà voici celui celle ceux ceci cela ainsi dont jusque parmi selon sinon tandis quoique lorsque puisque faire faites faisait fasse dire dites disait savoir savez voir voyez vouloir voulez pouvoir pouvez devoir devez falloir mettre prendre donner passer rester tenir porter parler trouver laisser montrer croire aimer manger boire marcher lire livre vivre suivre attendre entendre rendre vendre perdre comprendre apprendre rentrer sortir partir monter entrer ouvrir fermer jouer payer acheter appeler gens année mois jours heures minutes point ligne place ville route porte table chambre maison école bureau centre salle étage photo carte lettre papier argent prix compte banque travail emploi poste marché magasin train voiture avion parents père mère frère soeur ami amie mari garçon fille enfant bébé famille coeur tête main mains pied pieds corps santé soleil pluie froid chaud content contente heureux heureuse triste grave simple facile difficile possible impossible certain sûr prêt libre plein vide haut bas droit gauche blanc noir rouge vert bleu foire poire moire voiles mariée tarder larder taches tâche range mange change lange porter sorter corde morte forte parle perle calme salade balade ballade palade mode code molle folle foule poule boule coule roule louer jouer joue toute doute route soute partie parti patrie garder regarder retarder parder venue revenue tenue avenue menue courir mourir nourrir pourrir mourant courant fille file mille ville pile vile bulle nulle peine veine reine laine plaine haine faine',
    ),
    ...Object.keys(aliases).filter((word) => word.length > 3),
  ],
  doubts: aliased([
    'peut être',
    'peutêtre',
    'peut etr',
    'ptet',
    'ptetre',
    'peut et',
    'probablement',
    'sans doute',
    'je pense/crois ?que',
    'pense/crois que oui/je/jy',
    'pas ?encore/vraiment/trop/tout/a/du ?a/tout ?fait/tout sûr/sûre/certain/certaine/sur/sure',
    'sais/sait ?toujours/vraiment pas ?encore/trop/si/du ?tout |',
    'sais ?toujours/vraiment pas ?encore/trop/vraiment ?encore si',
    'sais pas encore/trop',
    'on verra ?bien',
    'essaie/essaierai/essayer/tente/tenter/tenterai/ferai ?mon',
    'vais/faire/ferai voir/tenter/essayer/mon',
    'ferai ?tout ?mon/le ?mon possible/maximum',
    'faire ?tout ?mon possible',
    'espère',
    'espérons',
    'ça dépend',
    'cela/tout dépend',
    'dépend ?de/du/des',
    'en principe',
    'si possible je viens/viendrai',
    'hésite',
    'je doute',
    'éventuellement',
    'à voir',
    'je confirme/confirmerai plus/demain/bientôt/apres ?tard',
    'tiens au courant',
    'redis/redirai/reviens vers vous',
    'aucune idée',
    'verrai/verra/vois ?si ?je',
    'normalement oui',
    '50/50 50',
  ]),
  conditions: aliased([
    "si je/j/j'ai/jai/mon/ma/mes/il/elle/on/le/la/les/tout/l/quelqu'un/mari/personne/vous/tu/ca/ça/c/cest/c'est/cela/nous/un/une/jamais/toujours/jarrive/jarrivais/y/enfant/bus/en/au/suis/ai/arrive/est/ecole/voiture/quelquun/besoin/ce",
    'si maman/papa/femme/soeur/frere/bebe/possible/jamais/dieu/besoin',
    "s'il/sil/s va/fait/est/y/ne/pleut/a/peut/guerit/il",
    "s'ils/sils/selle",
    'dès/des/aussitot que ?je ?mon/ma/je/il/elle/j',
    'quand mon/ma/mes ?enfant/fils/fille/bebe/petit/petite ?sera/ira',
    'quand je/il/elle/ca/ça ?me ?serai/sera/irai/ira/aurai/aura/suis mieux/guéri/guérie/gueri',
    'quand je serai/irai/aurai',
    'à condition',
    'au cas où',
    'sauf si',
    'à moins ?que',
    'tant que',
    'seulement si',
    'que si',
    'selon si/comment',
    'en fonction de',
    'pourvu que',
    'sous réserve',
    'une fois que/guéri',
    'ou pas |',
    'oui ou/et/mais non',
    'oui non',
  ]),
  stems: ['suicid', 'susid', 'sucid', 'suisid', 'suicd'],
  aliases,
  numbers: [
    ['un', 'une', 'premier', 'première', '1er', 'ier', 'prem', 'premiere', 'prems', '1ere'],
    ['deux', 'deuxième', 'second', 'seconde', '2ieme', '2eme', 'deusieme', '2nd', 'deuzieme', '2nde'],
    ['trois', 'troisième', '3ieme', '3eme', 'troisieme', 'troizieme'],
    ['quatre', 'quatrième', '4ieme', '4eme'],
    ['cinq', 'cinquième'],
    ['six', 'sixième'],
    ['sept', 'septième'],
    ['huit', 'huitième'],
    ['neuf', 'neuvième'],
    ['dix', 'dixième'],
  ],
  lasts: ['dernier', 'dernière', 'derniere', 'dernié', 'derrière', 'fin'],
  middles: ['milieu', 'centre', 'médian'],
  excepts: ['sauf', 'excepté', 'sans', 'hormis', 'non'],
  turns: ['mais', 'car', 'parce', 'par', 'sinon', 'donc', 'puisque'],
  choosing: [],
}
