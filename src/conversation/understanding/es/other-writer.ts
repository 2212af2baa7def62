import type { OtherWriter } from '../other-writer-words.ts'

const kin =
  'marido/esposo/esposa/mujer/pareja/novio/novia/hijo/hija/hermano/hermana/madre/mamá/padre/papá/tío/tía/primo/prima/cuñado/cuñada/nuera/yerno/amigo/amiga/vecino/vecina'
const helpers = 'intérprete/traductor/traductora/cuidador/cuidadora/tutor/tutora/acompañante'

export const otherWriter: OtherWriter = {
  says: [
    `soy su ${kin}/${helpers}`,
    `soy el/la/un/una ${kin} de`,
    `soy ?el/la ${helpers}`,
    `habla/escribe/aquí/es su ${kin}/${helpers}`,
    `habla/escribe/aquí el/la ${kin}/${helpers}`,
    'en nombre de',
    'en su nombre',
    'de parte de mi/ella/él/la_señora/el_señor',
    'escribo/respondo/contesto por/para mi/ella/él/la_señora/el_señor',
    'traduzco para/por',
  ],
  unless: [
    'soy * de dos/tres/cuatro/cinco/2/3/4/5/familia/un/una/mi/mis/niños/hijos',
    'en nombre de mi empresa/trabajo',
  ],
  about: [`mi ${kin} no puede/podrá/va_a_poder/va * ir/venir/acudir/asistir/llegar`],
  afterName: 'no/está/tiene/va/puede/quiere/ha',
  selves: 'yo me puedo tengo estoy voy soy nosotros',
  answers: [`?no/sí ?soy ?su/el/la/un/una ${kin}/${helpers}`, '?escribo por/para ella/él'],
}
