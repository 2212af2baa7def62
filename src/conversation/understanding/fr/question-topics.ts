import type { Asking } from '../asking.ts'

export const asking: Asking = {
  marks: {
    appointment: 'où adresse à_quelle_heure quelle_heure quand quel_jour avec_qui lieu endroit',
    who: 'qui_est_ce c_est_qui qui_êtes_vous qui_es_tu vous_êtes_qui êtes_vous_un_robot',
    bring:
      'que_dois_je_apporter quoi_apporter qu_est_ce_que_je_dois_apporter apporter documents papiers carte_d_identité passeport',
    interpreter: 'interprète traducteur',
  },
  beside:
    'bonjour bonsoir salut pardon excusez moi s il vous plaît svp une question puis je demander est mon le la rendez vous rdv dois je venir aller faut il pour et j ai oublié y a t un sera là de en à l d',
}
