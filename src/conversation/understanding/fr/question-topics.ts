import type { Asking } from '../asking.ts'

export const asking: Asking = {
  marks: {
    appointment: 'où adresse à_quelle_heure quelle_heure quand quel_jour avec_qui lieu endroit',
    who: 'qui_est_ce cest_qui qui_êtes_vous qui_es_tu vous_êtes_qui êtes_vous_un_robot',
    bring:
      'que_dois_je_apporter quoi_apporter quest_ce_que_je_dois_apporter apporter documents papiers carte_didentité passeport',
    interpreter: 'interprète traducteur',
    content:
      'cest_quoi quest_ce_que_cest que_va_t_il_se_passer quest_ce_qui_va_se_passer à_quoi_mattendre à_quoi_dois_je_mattendre première_fois de_quoi_sagit_il combien_de_temps pour_quoi quest_ce_quon_va_faire',
  },
  beside:
    'bonjour bonsoir salut pardon excusez moi sil vous plaît svp une question puis je demander est mon le la rendez vous rdv dois je venir aller faut il pour et jai oublié y a t un sera là de en à lentretien lintake cest ça dure ma pendant entretien',
}
