import type { Entry } from '../lexicon.ts'

const minutes = 'min/mins/minutes/minute/mn/h/heure/heures'
const coming =
  'arrive/arriverai/serai/viens/viendrai/serons/arrivons/arriverons/viendra/sera/arrivera/arrives/arrivais/passerai/passe'

/** What holds up on the way: why, and that it is later. */
export const traffic: readonly string[] = [
  'coince/coincee/bloque/bloquee/pris/prise/suis/bouge ?dans/a/encore/plus/sur/par/la/toujours/pas/dans/les ?dans/a/le/la/les/l/un ?les/le/la/des/gros bouchon/bouchons/embouteillage/embouteillages/trafic/circulation/embouteillé/route/autoroute/peripherique/peripherie/ring/file/files/feu/tunnel/pont/traffic',
  'bouchons/embouteillages/trafic/embouteillage/bouchon/traffic',
  'bus/train/tram/metro/rer/trains/tramway/car ?est/a/avait/encore/il/vient ?a/est/du/toujours ?du/de/en/eu/encore/20/10/15/30/un/pas ?gros/minutes/min/de/d retard/retarde/arrive/passe/bloque/arrete/bouge ?jarrive/retard/desole',
]

/** Coming, but later than planned. */
export const late: readonly Entry[] = [
  {
    means: 'late',
    sure: [
      ...traffic,
      'en/du/peu/petit/leger/gros/ptit/de/avoir/aurai/ai/deja/legerement/mon/fort/trop ?un/peu/petit/peux/en/du/de/ptit retard ?de/desole/je/jarrive/dsl',
      'en retard',
      'retard de ?quelques/une/un/environ/plus 5/10/15/20/30/45/quelques/1/trente/quinze/dix/cinq/minutes/min/quart/heure/mn/h/dizaine',
      'retarde/retardee/retardé/rtard/retar/ritard',
      `${coming} ?la/vous/donc/surement/bien/seulement/au/juste/chez/avec/a/peut/plutot/normalement/je/un ?la/plus/rdv/peu/etre/heure ?un/avec/peu/seulement/que/dans/pas/a ?peu/avant/vers/heure ?plus tard/retard/vers/avant ?tard`,
      `${coming} ?la/vous/donc/plutot/surement/seulement/avec/juste/normalement/au/bien ?bureau/la/rdv/plutot/seulement dans/vers/que/avec/entre/seulement`,
      `${coming} pas/plus avant/a`,
      `${coming} ?un/le/quelques/dix/quinze/cinq/10/15/20/5/30/une ?petit/peu/quart ?${minutes} plus tard ?que/de`,
      `${coming} ?un/avec/quelques/dix/quinze/cinq/10/15/20/5/30/une/demi ?petit/peu/quart ?${minutes} apres`,
      'arrive/arriverai/serai ?un/une/en/tres/la/bien/peut/legerement/beaucoup/surement ?peu/peux/etre/petit ?trop/en tard/retard',
      'peux/pourrai/pourrais/possible/vais/peu ?de/venir/etre/arriver/y/la/m ?etre/la/arriver/venir ?que/un/avec/seulement/qua/vers ?peu arriver/tard/retard ?un/en/avec/vers/plus ?peu/retard ?plus ?tard',
      'vais/risque/peur/crains/va ?etre/arriver/d/de/que ?detre/arriver/etre ?un/legerement/en/avec/etre ?peu/quelques/petit/10/5/15 retard/tard/minutes/trop',
      `${minutes} ?de/plus/en/apres/tard ?de retard/tard`,
      'peu/peux plus tard ?que/au ?prevu/rdv',
      'plus tard que prevu/rdv/dit/lheure/heure',
      'attendez/patientez/attendre moi/un/encore/quelques/5/10/svp/juste ?peu/svp/petit/minutes/min/minute/instant/quelques',
      'rate/loupe/manque/ratee ?encore/de/le/mon/ma/la/un ?le/mon/peu/premier bus/train/tram/metro/correspondance/car/rer * arrive/prends/prendrai/attends/prochain/suivant/serai/viens/arriverai/retard',
      'prends/prendrai/prendre/attends/prend/prendré ?le/donc/je ?le bus/train/prochain/suivant/tram/metro ?prochain/suivant/dapres/qui/apres/daprès',
      'prochain/suivant bus/train/tram/metro ?arrive/est/dans/passe',
      'cherche/trouve/tourne/cherchons/gare/gares/garer ?encore/toujours/une/la/pour/pas/me/de/en/moi ?une/trouver/de/me/pour/la/place ?me place/parking/garer/place/stationner/entree/batiment/rue/adresse ?pour/de/depuis/jarrive/je/parking/j ?arrive',
      'suis/encore/toujours/pas ?encore/toujours/pas/pas/deja ?en/dans/sur/encore/parti/partie/la/le/arrive ?le/la/bus/mon/de ?train/bus/tram/route ?dans/mais/pour jarrive/retard/arrive ?dans/vers/dans/en/un/retard',
      'pas ?encore partie/parti/arrive/sortie ?de/jarrive ?chez ?moi',
      'pars/sors/quitte ?seulement/que/juste/tout ?juste/a/de ?peine maintenant/seulement/chez',
      'viens de partir/sortir/quitter',
      'me depeche/depêche',
      'fais au plus vite',
      'fais vite',
      'quart ?d heure/dheure ?de/plus/apres/et/en ?retard/tard/je',
      'demi heure ?de/plus/apres/en ?retard/tard',
      'train/bus/tram/metro en/a ?du retard',
      'me depeche',
      'jarrive/arrive ?tout/bientot/la/vite/desole/de ?de/suite ?suite ?dans/desole/retard retard/un/dsl/quelques/10/5/15/20/minutes/min/moins',
      'peux/pourrais/possible/peut/pourrai ?de/je/encore/venir/toujours/y ?venir/arriver/encore/malgre/meme ?encore/meme/le/avec/si/en ?si/retard/de ?je ?suis retard',
      'lheure pas/impossible/jy ?possible/serai ?pas',
      'pas a lheure/heure ?je/desole/jarrive/pour',
      'pas ?etre a lheure/heure',
      'reveil ?tardif jarrive/arrive',
    ],
    likely: ['retard', 'retards', 'arrive tard', 'minutes plus tard', 'quelques minutes', 'bientot la'],
    whole: ['en retard', 'retard', 'petit retard', 'jarrive en retard', 'du retard'],
  },
]
