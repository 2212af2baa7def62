/** Days and hours as they stand in a wish for another time. */
export const day =
  'pazartesi~/salı/salıya/salıyı/salıda/salidan/çarşamba~/carsanba~/perşembe~/persenbe~/cuma~/cumartesi~/pazar~/pzt/prş/çrş/yarın/yarına/öbür/öbürgün/haftaya/hafta/sabah/sabaha/sabahtan/öğlen/öğle/öğleye/öğlene/öğleden/akşam/akşama/ikindi/bugün/bugüne/ocak~/şubat~/mart~/nisan~/mayıs~/haziran~/temmuz~/ağustos~/eylül~/ekim~/kasım~/aralık~/gelecek/önümüzdeki/sonraki/ayın/hafta'

const hours = Array.from({ length: 14 }, (_, at) => at + 7)
/** Every hour of the day at which one could meet, as it is typed. */
export const clock = [
  ...hours.flatMap((hour) => [hour, ...['00', '15', '20', '30', '40', '45'].map((minutes) => `${hour}:${minutes}`)]),
  '08:00',
  '08:30',
  '09:00',
  '09:30',
  '09:15',
  '09:45',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '3te',
  '5te',
  '9da',
  '3den',
  '5den',
  '9dan',
  '2ye',
  '7de',
  'birde',
  'ikide',
  'üçte',
  'dörtte',
  'beşte',
  'dokuzda',
  'onda',
  'onbirde',
  'onikide',
  'bire',
  'ikiye',
  'üçe',
  'dörde',
  'beşe',
  'dokuza',
  'ona',
  'üç',
  'iki',
  'dokuz',
  'on',
].join('/')
export const at =
  'te/ta/de/da/e/a/ye/ya/i/ı/u/ü/inde/unda/ünde/sinde/sında/ine/una/sine/gibi/buçuk/buçukta/buçuğa/civarı/den/dan/ten/tan/sonrası'
export const suits =
  'olur/olabilir/olsa/olsun/uygun/uyar/mümkün/alabilir/gelsem/gelebilir/gelebilirim/gelirsem/olurmu/olabilirmi/alalım/yapabilir/yapalım/olsaydı/alın/alır/ayarlayabilir/varsa/olabilirse/müsait/müsaitim/olaydı/olamaz/gelebilirmiyim/alabilirmiyim/alsak/yapsak/olurdu/gelebilecem/alabilirmisiniz/veya'
export const otherThing =
  'gün/güne/günü/günde/günlerde/gun/tarih/tarihe/tarihte/tarihi/saat/saate/saatte/saati/zaman/zamana/zamanda/vakit/vakte/vakitte/randevu/randevuya/randevular/hafta/haftaya/ay/aya/afspraak/termin/sefer/sefere/opsiyon/seçenek/seçenekler/günler/saatler/tarihler/randvu/randevü'
