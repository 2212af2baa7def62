/** What people call our messages and our people. */

export const msgs =
  'mensajes/mensaje/sms/whatsapps/whatsapp/wasap/wasaps/guasap/guasaps/mensajitos/msjs/msj/mensages/mensaje/textos/notificaciones/avisos/recordatorios/correos/mens/wasapp/comunicaciones'

export const write =
  'escribir/escribirme/mandar/mandarme/enviar/enviarme/molestar/molestarme/contactar/contactarme/escribiendo/mandando/enviando/molestando/mandarnos/enviarnos/contactandome/escribiendome/escribirnos'

export const staff =
  'alguien/persona/humano/humana/empleado/empleada/trabajador/trabajadora/asesor/asesora/responsable/coach/agente/operador/operadora/consejero/consejera/encargado/encargada/asistente/gestor/gestora/tecnico/funcionario/funcionaria/orientador/orientadora/jefe/jefa/consulent/begeleider/compañero/compañera/supervisor/medewerker/tutor/tutora/coordinador/coordinadora/ustedes/vosotros/usted'

export const they =
  'ustedes/vosotros/usted/coach/asesor/asesora/señora/señor/empleada/empleado/trabajador/trabajadora/chica/chico/mujer/hombre/persona/consejero/consejera/orientador/orientadora/tipo/tipa/compañera/compañero/funcionaria/funcionario/consulent/servicio/empresa/recepcionista/gestora/gestor/tutor/tutora'
