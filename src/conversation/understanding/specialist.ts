import { plain } from './text.ts'

/** A hospital, a specialist, or what is done there, in the languages that we understand; as `plain` leaves them. */
const places =
  /ziekenhu|specialist|\bpoli\b|polikl|\bmri\b|\bct\b|\bscan|operatie|opereer|opgenomen|chemo|dialyse|bestraling|\bumc\b|erasmus mc|hospital|surgery|surgeon|\bclinic|hastane|ameliyat|uzman dok|مستشف|مشفي|اخصايي|جراح|عمليه|mostashf|mustashf|szpital|specjalist|operacj|zabieg|лікарн|спеціаліст|операц|больниц|специалист|ሆስፒታል|ስፔሻሊስት|bimar[ei]st|بيمارستان|شفاخانه|متخصص|cirug|especialista|operacion|hopital|specialiste|chirurg/u

/** Cardioloog, kardiolog, cardiologist, кардиолог: not whoever treats the mind or the feet. */
const doctors =
  /(?<!psycho|psicho|psiko|psixo|podo|pedago)(?:cardio|kardio|neuro|uro|gynae?co|gyneco|ginec|jinecolo|radio|onco|onko|dermato|oftalmo|hemato|nefro|reumato|orthop|ortop|internist|кардио|невро|уро|гинеко|гінеко|онко|дермато)\p{L}*/u

/**
 * Whether a message about a medical appointment names a hospital or a specialist. Contracts list an 'afspraak bij een medisch specialist':
 * a GP, a dentist or just 'the doctor' is another reason, which a person weighs.
 */
export function namesSpecialist(message: string): boolean {
  const text = plain(message)
  return places.test(text) || doctors.test(text)
}
