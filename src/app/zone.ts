/** The zone of office hours, sending hours and agendas. */
export const zone = 'Europe/Amsterdam'
