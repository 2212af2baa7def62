import { words } from '../word-list.ts'

/**
 * Turkish builds its words of endings, and one letter makes a 'not' of them: 'kalıyor' stays, 'kalmıyor' does not. So that no slip of the
 * finger is seen in what is a word already, the usual forms of usual words are made here. As they are read: i for ı, u for ü, o for ö.
 */

/** Verbs by the vowels of their endings: the open one (a or e), and the close one (i or u). */
const verbs: readonly (readonly [open: string, close: string, stems: string])[] = [
  [
    'a',
    'i',
    'as kiy sik tikan aksa kapan ayagin burkul agri aci agrit carpil zayifla hastalan yaralan rahatsizlan zorlan al bak kal yap at ac kap yat kalk cik cikar cikart calis ara basla anla anlat atla tasi tasin yasa agla yaz kiz kir kirk sat tak tart yak yan yar sar say san sars bagir cagir kacir kac ayir ayril birak kazan katil sakla topla uzat uza hazirla hatirla tani tanis danis barin sigin ayarla dinlan karis karsila kapat kapa kullan konus parcala patla sapla tamamla yakala yalvar yanil yarat yaris zorla aldat aldir yasat banla basar carp dayan inan uyan uyandir utan kaldir sasir aktar ayaklan aksat acikla planla',
  ],
  [
    'a',
    'u',
    'burk boguş dokun bogul sokul kurtul kurtar ol bul dur koy kos kork kop kur oku oyna otur sor soy sok tut uc uy uyu unut vur yor yolla doldur kondur durdur konus boz bozul buyur doy dogur dog dol kosul sun sus yut yum kov solu onayla',
  ],
  [
    'e',
    'i',
    'incit uzer ates gecikt gelistir titret bekler gizle kirlen endiselen dilen gel git gid et ed ver bekle iste iyiles gec gir in bin ic dinle bil bit bitir sil ye de kes ez giy iste sev ser getir gecir gecik bildir begen degis degistir degerlendir eglen evlen gez giris ilet ilgilen izle kestir ogren planle sevin tekrarle temizle yetis ilerle ertele engelle destekle incele ekle izin kaybet hisset ettir verdir geber ses titre terk cek yenile bekletil bekled gerek belirt giriskil',
  ],
  [
    'e',
    'u',
    'yuruy oksur usut dov cok gor gorus gul dus dusun don dondur sur surdur ol oldur ov uz utul gotur goster gonder soyle yuru buyu coz cozul dok donus ozle yuz opus uz uzul guven guc bol bolun ort oyle',
  ],
]

const moods = (o: string, c: string): readonly string[] =>
  words(
    `d${c} d${c}m d${c}k d${c}n d${c}n${c}z d${o}l d${c}l${o}r t${c} t${c}m t${c}k t${c}n t${c}n${c}z t${c}l${o}r
    ${c}yor ${c}yorum ${c}yoruz ${c}yorlar ${c}yorsun ${c}yorsunuz ${c}yo ${c}yom ${c}yordum yor yorum yoruz yorlar yo yom
    ${o}cak ${o}cag${c}m ${o}cag${c}z ${o}cakl${o}r ${o}cam ${c}cam ${c}caz ${c}cak ${o}c${o}k ${o}c${o}g${c}m ${o}c${o}g${c}z ${o}c${o}kl${o}r ${o}c${o}m ${c}c${o}m ${c}c${o}z ${c}c${o}k c${o}m c${o}z c${o}k
    y${o}c${o}k y${o}c${o}g${c}m y${c}c${o}m y${o}c${o}z ${c}r ${c}r${c}m ${c}r${c}z ${c}rl${o}r ${o}r ${o}r${c}m ${o}r${c}z r${c}m r${c}z r rl${o}r
    ${c}rm ${o}rm s${o} s${o}m s${o}k s${o}n ${c}p ${o}n ${c}n ${c}n${c}z ${o}l${c}m ${o}y${c}m y${o}l${c}m y${o}y${c}m y${o}n yip yup yin yun
    m${o} m${o}m m${o}z m${o}k m${o}y${o} m${o}y${c} m${o}s${c} m${o}d${c} m${o}d${c}m m${o}d${c}k m${o}d${c}n m${o}d${c}n${c}z m${o}d${c}l${o}r m${o}d${o}n m${o}m${c}z m${o}m${o} m${o}m${o}k
    m${c}yor m${c}yorum m${c}yoruz m${c}yorlar m${c}yorsun m${c}yorsunuz m${c}yo m${c}yom m${o}y${o}c${o}k m${o}y${o}c${o}g${c}m m${c}c${o}m m${c}c${o}k m${o}y${c}n m${o}y${c}z m${o}s${c}n m${o}yi m${o}nizi m${o}niz m${o}z${c}m
    m${c}s m${c}s${c}m m${c}st${c} m${c}st${c}m m${o}m${c}s d${c}g${c} d${c}g${c}m d${c}g${c}n d${c}g${c}n${c}z t${c}g${c} t${c}g${c}m ${o}rk${o}n rk${o}n s${c}n s${c}nl${o}r
    ${o}b${c}l${c}r ${o}b${c}l${c}r${c}m ${o}bilir ${o}bilirim ${o}biliriz ${o}biliyor ${o}biliyorum ${o}bilmek ${o}bilsem ${o}bildim ${o}bilecek y${o}bilir y${o}bilirim y${o}bilirsiniz ${o}bilirsiniz
    ${o}m${o}m ${o}m${o}z ${o}m${o}d${c} ${o}m${o}d${c}m ${o}m${o}d${c}k ${o}m${c}yor ${o}m${c}yorum ${o}m${c}yoruz ${o}m${c}yom ${o}m${o}y${o}c${o}k ${o}m${o}y${o}c${o}g${c}m ${o}m${c}c${o}m y${o}m${o}m y${o}m${o}d${c}m y${o}m${c}yorum y${o}m${c}yor`,
  )

/** Nouns by the vowels of their endings; those that end in a vowel apart. */
const nouns: readonly (readonly [open: string, close: string, stems: string])[] = [
  [
    'a',
    'i',
    'ayag bacag kulag yatag sokag parmag bicag ocag kitab kagid kazan hastalig dost cocuklar cocug taraf basin dukkan hakim savci mahkeme kiz ay yas bas kas tas kart mart kat yatak bacak ayak kulak parmak ocak sokak bicak kaynak zaman akrabam adam hanim kadin yarin akil alan hal kar karar kan cam ayar araligim kapin hayat saat kayit asker hazir sinav hastan randevum kitap hasan halil yardim sabah aksam yarim kisim isim sinif sinir dis ilac bakan yasam masraf sakat para masam',
  ],
  [
    'a',
    'u',
    'okul yol kol son oglun durum torun yogurt kurs kurum konum sorun uzun yorgun doktor doktorun oturum torun soru doktorum otobus tur oglum',
  ],
  [
    'e',
    'i',
    'bebeg kopeg gerceg yureg erkeg emeg gelinin cenaze taziye diyaliz kizim mide ates ev el es eser seker gece erkek gelin tren metre sebep mesaj haber beden nefes kisi dil yer sehir ekmek bebek kedi deniz biletin bilet evrak belgem resim teyzem annem anne dilek emek gelis ders mektep serbest eniste sirket servis eczane merkez gerek hemsire',
  ],
  [
    'e',
    'u',
    'gun yuz goz soz gorev koy sure ucret bolum sut gol kopek otobus sofor mudur gunes tur bugun dugun gorus musteri',
  ],
]

const cases = (o: string, c: string): readonly string[] =>
  words(
    `${c} ${o} d${o} t${o} d${o}n t${o}n ${c}m ${c}m${c} ${c}m${o} ${c}md${o} ${c}md${o}n ${c}m${c}n ${c}n ${c}n${c} ${c}n${o} ${c}nd${o} ${c}nd${o}n ${c}m${c}z ${c}m${c}z${c} ${c}n${c}z ${c}n${c}z${c} ${c}n${c}z${o} l${o} l${o}r l${o}r${c} l${o}r${c}m l${o}rd${o} l${o}r${o} l${o}rd${o}n l${o}r${c}n l${o}rl${o} l${c} l${c}k s${c}z y${c} y${o} yl${o} m m${c} m${o} s${c} s${c}n${c} s${c}n${o} s${c}nd${o} s${c}nd${o}n c${c} ${c}mla ${c}ml${o} ki d${o}ki t${o}ki`,
  )

/** Shorter ones are never corrected. */
const shortest = 5

/** Short words with these ends are often words of another language as well: 'denken'. */
const isForeign = (word: string): boolean => word.length <= 6 && /[aei][nr]$/.test(word)

const made = (
  table: readonly (readonly [open: string, close: string, stems: string])[],
  endings: (open: string, close: string) => readonly string[],
): string[] =>
  table.flatMap(([open, close, stems]) =>
    words(stems).flatMap((stem) => ['', ...endings(open, close)].map((ending) => stem + ending)),
  )

export const inflected: readonly string[] = [
  ...new Set(
    [...made(verbs, moods), ...made(nouns, cases)].filter((word) => word.length >= shortest && !isForeign(word)),
  ),
]
