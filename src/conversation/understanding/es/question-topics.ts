import type { Asking } from '../asking.ts'

export const asking: Asking = {
  marks: {
    appointment: 'dónde dirección a_qué_hora qué_hora cuándo qué_día con_quién lugar sitio',
    who: 'quién_es quién_eres quiénes_son quién_es_usted de_quién_es_este_número eres_un_robot',
    bring: 'qué_tengo_que_llevar qué_debo_llevar qué_llevo llevar traer documentos papeles dni pasaporte',
    interpreter: 'intérprete traductor',
    content:
      'qué_es_esto qué_va_a_pasar qué_pasará qué_puedo_esperar qué_debo_esperar primera_vez de_qué_se_trata de_qué_va cuánto_dura para_qué qué_vamos_a_hacer',
  },
  beside:
    'hola buenos días buenas tardes perdón por favor una pregunta puedo preguntar es mi la el cita tengo que debo ir venir está para y lo me ha olvidado hay un será allí de en a no sé reunión',
}
