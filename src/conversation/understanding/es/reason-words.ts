/** People, illnesses, doctors and vehicles, as the phrases of the reasons name them. */

export const kid =
  'hijo/hija/hijos/hijas/nino/nina/ninos/ninas/bebe/bebes/peque/peques/pequeno/pequena/nene/nena/nenes/chiquito/chiquita/chiquitos/crio/cria/crios/mellizos/gemelos/chamaco/guagua/hijito/hijita/chico/pequenito/pequenita/mayor/menor/ijo/ija/ijos/guaguas/bb/enano/enana'

export const kin =
  'madre/mama/padre/papa/esposa/mujer/marido/esposo/pareja/abuela/abuelo/hermano/hermana/suegra/suegro/novia/novio/nieto/nieta/nietos/familia/familiar/mami/papi/ma/viejo/vieja/padres/abuelos/sobrino/sobrina/tia/tio/familiares/companera/compañero/mamá/abu'

export const my = 'mi/mis/un/una/el/la/los/tengo/tenemos/al/nuestro/nuestra/nuestros'

export const sickWords =
  'enfermo/enferma/enfermos/enfermas/malito/malita/malitos/malo/mala/malos/fiebre/calentura/gripe/gripa/varicela/covid/corona/vomitos/vomitando/vomito/vomita/diarrea/gastroenteritis/otitis/tos/bronquitis/resfriado/resfriada/emfermo/emferma/virus/temperatura/infeccion/anginas/neumonia/hospital/urgencias/ingresado/ingresada/hospitalizado/hospitalizada/operado/operada/operan/operaron/piojos/accidente/pachucho/pachucha/mal/fatal/indispuesto/indispuesta/grave/delicado/delicada/infectado/sarampion/asma/conjuntivitis/bronquiolitis/vomitado/febril/convaleciente/malestar/fievre'

export const pains =
  'fiebre/calentura/gripe/gripa/covid/corona/coronavirus/migrana/jaqueca/vomitos/vomito/diarrea/nauseas/tos/lumbago/ciatica/gastroenteritis/anginas/infeccion/catarro/mareos/mareo/varicela/neumonia/bronquitis/colico/otitis/conjuntivitis/resfriado/resfrio/constipado/gripazo/trancazo/virus/fievre/escalofrios/temperatura/gastritis/cistitis/sinusitis/faringitis/amigdalitis/laringitis/alergia/asma/vertigos/vertigo/hernia/esguince/fractura/tendinitis/contractura/calambres/indigestion/intoxicacion/dolores/malestar/placas/flemon/cagalera/cagaleras/paperas/apendicitis/recaida/griposo/tension/colicos/migraña/jaquecas/dengue/pulmonia/indisposicion/enfermedad/angina/acidez/depresion/ansiedad'

export const sick =
  'enfermo/enferma/emfermo/emferma/malo/mala/malito/malita/mal/fatal/indispuesto/indispuesta/resfriado/resfriada/constipado/constipada/acatarrado/acatarrada/griposo/griposa/mareado/mareada/pachucho/pachucha/malisimo/malisima/fiebre/gripe/gripa/agripado/agripada/afiebrado/afiebrada/convaleciente/pesimo/pesima/enfermito/enfermita/lesionado/lesionada/contagiado/contagiada/calentura/cama/vomitando/baja/horrible/mocos/tosiendo/enferno/chungo/chunga/pochо/pocho/pocha/enfermisimo/delicado/delicada/empachado/deprimido/deprimida/vomitado/febril/infectado/infectada/debil/afonico/afonica/jodido/engripado/engripada/destemplado'

export const parts =
  'cabeza/espalda/estomago/barriga/panza/garganta/muela/muelas/diente/dientes/pierna/piernas/rodilla/pie/pies/cuerpo/oido/oidos/huesos/tripa/vientre/cuello/lumbares/cintura/brazo/hombro/mano/rinon/rinones/tripas/ojo/tobillo/vesicula/regla/menstruacion/cadera/muñeca/ovarios/todo/articulaciones'

export const specialist =
  'medico/medica/doctor/doctora/dentista/hospital/especialista/fisio/fisioterapeuta/ginecologo/ginecologa/oculista/oftalmologo/cardiologo/psicologo/psicologa/psiquiatra/matrona/comadrona/pediatra/dermatologo/traumatologo/neurologo/ortodoncista/ortopeda/huisarts/ziekenhuis/odontologo/odontologa/odontologia/partera/clinica/rehabilitacion/quiropractico/logopeda/endocrino/oncologo/urologo/reumatologo/terapeuta/internista/otorrino/optica/ambulatorio/consultorio/tandarts/ggz/radiologo/cirujano/hematologo/alergologo/podologo/fisioterapia/terapia/medicos/doctores/anestesista/obstetra/vacuna/vacunarme/dietista/medko/poli/oncologia/cardiologia'

export const medicalThings =
  'resonancia/radiografia/ecografia/eco/analisis/analitica/escaner/mamografia/endoscopia/colonoscopia/gastroscopia/biopsia/quimio/quimioterapia/radioterapia/dialisis/citologia/mri/escaneo/tac/electro/electrocardiograma/scan/placa/revision/operacion/cirugia/laboratorio/ultrasonido/endodoncia/vacunacion/intervencion/chequeo/sesion/tratamiento/prueba/pruebas/examen/control/consulta/revisión'

export const dead =
  'murio/fallecio/muerto/fallecido/fallecida/muerta/fallecieron/murieron/muriendo/perdido/partio/fayecio/muere/morir'

export const relatives = `${kin}/primo/prima/amigo/amiga/hijo/hija/cuñado/cuñada/bebe/tios/vecino/yerno/nuera/bisabuela/sobrinos/padrino/madrina`

export const must =
  'tengo/debo/tenia/tendre/tuve/toca/tocaba/toco/voy/vamos/hay/tenemos/fui/iba/estoy/estaba/estare/debia/necesito/ir/entro/entre/empiezo/salgo/sigo/ando/estuve/trabajo/hago'

export const abroad =
  'espana/marruecos/colombia/venezuela/peru/ecuador/argentina/chile/mexico/cuba/bolivia/alemania/belgica/francia/italia/portugal/madrid/barcelona/extranjero/honduras/guatemala/turquia/polonia/inglaterra/londres/paris/republica/dominicana/uruguay/paraguay/salvador/nicaragua/panama/brasil/valencia/sevilla/malaga/miami/eeuu/canarias/tenerife/playa/exterior/afuera/curazao/aruba/surinam/suiza/grecia/caracas/bogota/lima/quito/habana/ucrania/rumania/bruselas/berlin'

export const ride =
  'bus/tren/trenes/buses/autobus/autobuses/tranvia/metro/transporte/guagua/colectivo/tranvias/camion/ov/micro/bici/bicicleta/coche/carro/auto/moto/scooter/patinete/furgoneta/fiets/buseta/cole/autobús/transportes/linea/ferry/vehiculo/tram'

export const gone =
  'retraso/retrasado/retrasados/huelga/cancelado/cancelados/cancelada/averiado/averiada/averia/roto/rota/estropeado/estropeada/paso/vino/cancelaron/pinchada/pincho/pinchado/descompuesto/descompuesta/robaron/robado/taller/mecanico/dañado/dañada/varado/arranca/circulan/circula/pasan/pasa/sale/funcionan/funciona/anda/andan/parado/suspendido/suspendidos/paro/demorado/malogro/descompuso/estropeo/rompio/averio/daño/llego/llega/jodio/salio/prende/marcha/bateria/dejo/tirado/fallo/grua/accidente/murio'
