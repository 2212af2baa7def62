/** Verbs of coming, moving and calling off. */

export const day = 'lunes/martes/miercoles/jueves/viernes/sabado/domingo'

export const near = `${day}/manana/hoy/pasado`

export const end = '|/gracias/saludos/muchas/sin/seguro/claro/perfecto/besos'

export const go =
  'ir/venir/asistir/acudir/presentarme/estar/llegar/acercarme/pasar/pasarme/desplazarme/ahi/alli/quedar/acudirme/hoy/presentarnos'

export const moved =
  'cambiar/mover/aplazar/posponer/reprogramar/modificar/atrasar/adelantar/retrasar/postergar/correr/pasar/trasladar/canviar/camviar/reagendar/cambiarme/cambiarla/moverla/aplazarla/posponerla/cambiarlo/moverlo/reagendarla/reprogramarla/adelantarla/atrasarla/retrasarla'

export const dropped =
  'cancelar/anular/suspender/cancelarla/anularla/cancelo/anulo/cancelad/cancelen/cancele/cancela/anulen/anulad/anule/cancelado/cancelada/cancelarlo/desmarcarme/desapuntarme/eliminar/canselar/canselo/cancelacion/anulacion'

export const can = 'puedo/podria/podriamos/puede/pueden/podeis/podemos/podrian/podra/podre/podriais/se'
