import type { OtherWriter } from '../other-writer-words.ts'

const kin = 'ሰብኣያ/ሰብኣይ/በዓል_ቤታ/በዓልቲ_ቤቱ/ሰበይቱ/ሓዋ/ሓዉ/ሓፍታ/ሓፍቱ/ወዳ/ወዱ/ጓላ/ጓሉ/ኣዲኣ/ኣዲኡ/ኣቦኣ/ኣቦኡ/መሓዛኣ/ዓርካ'
const helpers = 'ተርጓሚ/ተርጓሚኣ/ተርጓሚኡ/ኣስተርጓሚ/ኣስተርጓሚኣ'

export const otherWriter: OtherWriter = {
  says: [
    `ኣነ ${kin}/${helpers}`,
    `${kin}/${helpers} እየ`,
    `ኣነ * ${helpers}`,
    'ብስማ/ብስሙ/ብሽማ/ብሽሙ',
    'ኣብ ክንድኣ/ክንዲኣ/ክንድኡ/ክንዲኡ',
  ],
  unless: [],
  about: ['ሰበይተይ/በዓልቲ_ቤተይ/ሰብኣየይ/ኣደይ/ኣቦይ/ሓፍተይ/ሓወይ * ክትመጽእ/ክመጽእ ኣይትኽእልን/ኣይክእልን'],
  selves: 'ኣነ',
  answers: [`?ኣነ ${kin}/${helpers} ?እየ`, 'ብስማ/ብስሙ ?እየ'],
}
