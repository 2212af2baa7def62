import type { Asking } from '../asking.ts'

export const asking: Asking = {
  marks: {
    appointment: 'ኣበይ ኣድራሻ ሰዓት_ክንደይ መዓስ ኣየናይ_መዓልቲ ምስ_መን ቦታ',
    who: 'መን_ኢኻ መን_ኢኹም መን_እዩ_እዚ መን_እዩ',
    bring: 'እንታይ_ሒዘ_ክመጽእ እንታይ_ከምጽእ ሰነዳት ፓስፖርት መንነት',
    interpreter: 'ተርጓሚ',
  },
  beside: 'ሰላም ከመይ ብኽብረትኩም በጃኹም ሕቶ ኣለኒ ክሓትት ይኽእል ዶ ቆጸራ ቆጸራይ ናይ እዩ ክመጽእ ኣለኒ ኣብ ናብ ን እ እንታይ ረሲዐ',
}
