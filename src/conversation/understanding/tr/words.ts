import { words } from '../word-list.ts'

/** To tell Turkish by; with the verbs of everyday, which in a chat often have no letter that is only Turkish. */
export const common = words(`
  bir bu ve de da ne için ile ama çok ben sen o biz siz onlar var yok mi mu gibi daha en kadar sonra önce değil şey her olarak olan
  bana beni benim sana seni sizi size sizin bizim onun ona onu şimdi bugün yarın dün gün günü saat hafta ay zaman iyi güzel evet hayır
  tamam teşekkürler teşekkür ederim sağol merhaba selam lütfen nasıl neden niye nerede kim hangi kaç belki artık hala hiç bile çünkü
  fakat veya ya yani işte böyle öyle şöyle diye göre başka aynı bütün hepsi biraz istiyorum geliyorum gelemem gelemiyorum gelirim
  gelecek geldim gelmek olur olmaz oldu olacak olsun olabilir lazım gerek gerekiyor hasta hastayım iş işim randevu randevum çocuk
  çocuğum oğlum kızım eşim annem babam mesaj numara abi abla hocam kusura bakmayın özür dilerim maalesef müsait değilim yarin bugun
  degil degilim icin cok gun gunu sonra simdi tesekkurler hayir iyi gunler calisiyorum gelmiyorum istemiyorum bilmiyorum anlamadim
  yapabilir misiniz miyim arayin beni ediyorum ettim yapiyorum kaldim kaldi gidiyorum gitmem bakacak kimse param baska sagol kotu
  gelemedim gelemicem gelicem gelecem gelcem gelebilirim hastaydim oldugum dolayi yuzunden
`)

/** Greetings and politeness, without meaning of their own. */
/** What is said in one word, which then has to tell the language. */
export const replies = words(`
  evt ewt hyr tmm covid oldum diyaliz diyalize taziye taziyeye kendimi kndimi öldürücem oldurucem öldüreceğim oldurecegim asıcam asicam kıyıcam bıçak bicak silah dövüyor dovuyor vuruyor tehdit
  hastanedeydim trafikteyim degistirebilirmiyiz değiştirebilirmiyiz degisebilirmi erteleyebilirmiyiz ertelenebilirmi alabilirmiyiz gelebilirmiyim gelebilirmi olurmu olabilirmi varmı varmi
  hastaydım hastaydim hastalık yatakta yatmak bayıldım ameliyat ameliyatım muayene kontrol kontrolüm kontrolum fizyoterapi psikolog işimden isimden işyerinde isyerinde patron mesai mesaim vardiya vardiyam nöbet
  uyumuşum dalmışım geciktim gecikmişim geldim geldik gelmiştim gelmistim oradaydım oradaydim ordaydım ordaydim bekledim tutuklandım gözaltındayım içerdeyim konsolosluk belediye
  aynen tamamdır tamamdir uygundur uyar uygun geliyom geliyoz geliom gelemiyom gelemiom gelemiycem gelmicem gelmiycem gelmem geleceğim gelecegim gelicez geliriz
  katılıyorum katilamam katılamıyorum katılacağım katılamayacağım müsaitim musaitim musait onaylıyorum onayliyorum elbette tabiki tabii mutlaka kesinlikle muhakkak
  inşallah maşallah eyvallah estağfurullah saol sağolun sagolun mersi teşekkür tesekkur tşk tşkler günaydın gunaydin selamlar slm mrb
  işteyim isteyim calisicam çalışacağım çalışmam vardiyadayım mesaideyim nöbetteyim stajdayım stajım staja staj basladim başladım işe ise iste
  hapisteyim cezaevindeyim hastanedeyim hastanede hastaneye yatıyorum yataktayım rahatsızım rahatsizim rahatsızlandım hastalandım hastalandim kötüyüm halsizim
  gribim nezle grip üşüttüm usuttum ateşim atesim ateş öksürük migren midem başım basim belim ağrıyor agriyor kusuyorum doktor doktora doktordayım dişçi disci disciye
  randevuyu randevumu randevuya iptal ertele erteleme erteleyin ertelemek erteleyelim değiştir degistir haftaya yarına bugünkü yarınki
  tatildeyim tatildeyiz tatile tatilde tatil yurtdışındayım yurtdisi türkiyedeyim türkiyeye turkiyedeyim turkiyeye türkiye memlekette izindeyim izinliyim köydeyim
  unuttum unutmuşum unutmusum unutmadım uyuyakalmışım uyuyakaldım uyuyakalmisim uyanamadım uyanamadim karıştırdım karistirdim
  cenaze cenazemiz cenazem vefat bayram bayramı kandil namaz sınavım sinavim sınav okul okulum dersim derste dersteyim kurs kursum mahkeme mahkemem duruşma avukat avukatım
  arabam araba bozuldu otobüs otobüsü otobus kaçırdım kacirdim grev trafik yoldayım paramız parasızım ulaşım uzak taşınıyoruz tasiniyoruz taşınma
  çocuklar cocuklar çocuklarım cocuklarim bakıcı bakıcım kreş kres bebek bebeğim bebegim torun kardeşim kardesim ablam abim kocam karım
  özel ozel ailevi şahsi kişisel sebep sebepler sebebi aile misafir misafirim düğün dugun nişan doğum işlerim meşgulüm yoğunum
  gereksiz boşuna bosuna istemem istemedim canım canim üşendim lüzum gerek
  geç gec gecikiyorum gecikicem gecikeceğim gecikecegim gecikme geciktim dakika dakka dk yetişemem yetişemedim
  nerde neresi nereye nereden kaçta kacta neyle niçin tercüman tercuman adresi konum mecbur zorunlu
  arayın arar ara konuşmak görüşmek gorusmek yetkili biriyle şikayet sikayet rezalet memnun
  gönderdim gonderdim gönderiyorum gonderiyorum yolladım attım ekte ektedir getiririm getireceğim getiricem belge rapor raporu raporum fotoğraf kanıt evrak buyrun
  türkçe turkce hollandaca anlamıyorum anlamadım okuyamıyorum çeviri yazmayın yazma göndermeyin gondermeyin atmayın atmayin durdurun rahatsız rahatsiz
  yanlış yanlis tanımıyorum tanimiyorum numarayı şerefsiz serefsiz salak aptal gerizekalı siktir sikerim orospu defolun ölmek olmek öldürecek intihar yaşamak yasamak dayanamıyorum dayanamiyorum yardım yardim imdat kurtarın
  birinci ikinci ikincisi üçüncü ucuncu üçüncüsü sonuncu sonuncusu ilki ilk ortadaki pazartesi salı sali çarşamba carsamba perşembe persembe cuma cumartesi pazar sabah sabahki öğlen oglen öğleden ogleden akşam aksam ikideki üçteki
  farketmez fark etmez hiçbiri hicbiri olmuyor uymuyor uymaz olmadi gelmek isterim kusura bakma affedersiniz üzgünüm uzgunum dilerim malesef
  galiba herhalde heralde sanırım sanirim bakarız deneyeceğim kararsızım eğer sonuç hallettim hallederiz anlaştık görüşürüz gorusuruz gorusmek üzere bekliyorum oradayım ordayım ordayim oradayim orada orda burada burda
  peki güzel süper harika mükemmel anladım anlaşıldı aldım gördüm okudum canım abicim hocam kardeş kanka reis başkan
`)

export const fillers = words(`
  tamam peki hee haa ha he hmm hm ee
  merhaba merhabalar selam selamlar slm mrb mrhb sayın sevgili hanım hanımefendi beyefendi bey hocam hoca abi abla abim ablam
  kardeşim kardeş efendim lütfen lutfen rica ederim ederiz iyi günler akşamlar günaydın geceler haftalar çalışmalar kolay gelsin
  saygılar saygılarımla selamün aleyküm selamun aleykum sorry kusura bakmayın bakma bakmayınız özür dilerim pardon valla vallahi
  canım cnm ya yaa yav be ki de da ben o bu şu için icin ama şimdi hemen gayet tabi tabii dostum arkadaşım arkadaşlar
  üzgünüm maalesef malesef ne yazık hayırlı hepinize herkese size ederim çok cok beyler hanımlar yani işte iste zaten bence
  olsun seçiyorum alayım isterim istiyorum numara numaralı olan seçenek seçeneği tercih ederim bana uyar bir bi güzel mesajınız
  aub alstublieft dilerim aleykümselam sa as hey alo hi hoi hallo dag beste inşallah insallah
`)

/** Words that are right as they are: a spelling mistake of one of ours could be taken for them. */
export const plain = words(`
  mallar malla mallarınız hollar
  nasip kısmet oturdu olurdu
  keşke kedime kedim sonunda eskiden kaydı çıkardı gelmedin gelmeden seyrek sarjı şarjı bulun ordan önünde yapcak alcam olcaz bildirin diyosunuz derken acilde köyden hasan halil siyah kartal dilek telefona sebepler coachum gidin polisi trenin otobüsü otobüsler mahkemem cenazemiz bekledik programı yukarda anneme vuruyor kendime kendimi kendini
  bağırdı çağırdı kızdı sustu baktı yattı kalktı oturdu uyudu koştu yürüdü durdu vardı gördüm görmedim duydum
  duymadım sordum söyledim söyledi söyleyin aldım verdim getirdi götürdü bıraktı koydu kapattı başladı bitirdi çalıştı okudu
  yazdı çizdi sevdi istedi beğendi kullandı taşıdı taktı giydi çıkardı döndü geçti girdi bindi düştü kesti
  yaptı doğdu büyüdü güldü ağladı kızgın mutlu üzgün yorgun sıcak soğuk güzel çirkin büyük küçük geniş
  yaşlı zengin fakir doğru yanlış kolay hızlı yavaş erken haftası haftalarca haftasonu hastası hastalar hastaneden hastanenin
  masada kasada kasaya basım basın basın kasım kısım resim resmi cisim gelen gelin gelir gelse gelirse
  gelişi gelişme geldiği gelecekte gelmeden gelmeden gelmişken gelebilmek gelebilmem gelebilmeniz bekledik beklerim bekliyoruz beklediniz bekleriz bekle
  sorma sorun sorular sorulan konular konusu konusunda komşu komşuda kosul karar karşı kardan kartal kalma kalan
  kalem kalbim kalıyor kalmış kalsın yarısı yarımda yarında yarına yaranız aramızda aranızda arasından araçta arabada arabayı
  aradan aradık arıza arızalı dilek dilekçe dilim dilde dilden dişte dışarı dışarıda içeride içerisi üstte altta
  arkada sağda solda karşıda burada şurada orada ileri yukarı aşağı sınıf sınır sınırda sırada sırası sınama
  savaş barış yarış kırmızı yeşil siyah beyaz müdürlük müdüre memur memura şubesi büroda ofise ofiste binada
  kapıda odada katta asansör merdiven giriş çıkış tanışma tanıştık tanıdım tanıyorum danışma danıştım konuştum konuşuruz konuşacağız
  görüştük görüşeceğiz görüşmüştük bayan bayanlar beyler çocukken gençken askerde askerlik ehliyet kimlik pasaport oturma vatandaş vatandaşlık
  sigorta vergi fatura banka düşünüyor düşünmek düşünce dünya dünyada sabır sağlık sağlıklı ilacım serum şurup reçete
  eczane hemşire yağmur yağıyor karlı buzlu rüzgar fırtına güneş bulut boşver boşanmış bekar nişanlı çocuklu çocuksuz
  akıllı salata malzeme maliye mallarım kapalıydı kapatıyorum dövme döviz doğmuş doğan doğal doğramak vurgu vurmak silgi
  silinmiş silahsız asker polis kalmak kalmam kalmaz kalmıyor kaldırmak taşımak taşınmak atlamak atladım atlıyorum zıplamak düşmek
  kesmek kestirmek keskin dayanmak dayandım dayanıklı yaşamak yaşam yaşama yaşında yaşımda yaşadım yaşadığım ölçmek ölmez ölçtüm
  olurum olursun olarak olmadan olacağı olduğu oldukça
  gözüm gözümü gözüme sözüm sözümü yüzüm özüm oldu oldum olmuş oluyorum olurum ölüm sıkıldım sıkıntı sıktı sıkıntım sık
  hafta haftaya haftanın haftada haftalık haftalar hata hatta hasret haber haberi haberim hazır hayat hayatım hayal hava
  geliyor geliyorum geliyoruz geliyorlar geliyorsun geliyorsunuz geliyordum geliyordu geliyom gelirim geliriz gelir gelirler gelirse
  gelirsem gelirsiniz gelirken geleceğim geleceğiz gelecek gelecekler gelecem gelicem gelicez gelcem geleyim gelelim geldim geldik
  geldi geldiler geldiniz gelsin gelsem gelse gelsek gelin gelen geliş gelmek gelme gelmeye gelmeyi gelmem gelmez gelmiş gelmişim
  gelmiştim gelmedi gelmedim gelmedik gelmemek gelmezse gelmezsem gelmiyor gelmiyorum gelmiyoruz gelmicem gelmeyeceğim gelmeyecek
  gelebilir gelebilirim gelebiliriz gelebilirmi gelebilirmiyim gelebiliyorum gelebilecek gelebileceğim gelebildim gelebilsem
  gelemem gelemez gelemeyiz gelemezsem gelemedim gelemedik gelemedi gelemiyor gelemiyorum gelemiyoruz gelemeyeceğim gelemicem
  gelince gelene geçerim geçer geçmiş geçen geçti geçiyor gider giderim gidiyor gidiyorum gidiyoruz gidecek gideceğim gidicem gittim
  gitti gittik gitmek gitmem gitmeye gitsem gidip giderken gidelim gidebilir gidebilirim gidemem gidemiyorum gitmedim gitmiyorum
  alırım alıyorum alacağım alıcam aldım aldık alsam alalım alabilir alabilirim almak almam almadım alamadım alamıyorum alamam alın
  olur olurum oluruz olurmu oluyor oluyorum olacak olacağım olucam oldum oldu olduk olsun olsam olsa olmak olmam olmaz olmazsa olmasa
  olmadı olmadım olmuyor olmayacak olabilir olabilirim olamam olamıyorum olamaz olamadım olmuş olmuştu olması olması olan olanlar olay
  yapar yaparım yapıyorum yapacağım yapıcam yaptım yaptı yapmak yapmam yapsam yapalım yapabilir yapabilirim yapamam yapamıyorum
  yapın yapmayın yapmıyorum yapmadım ederim ediyorum ediyor edecek edeceğim ettim etti etmek etmem etmeyin etmiyorum edin edelim
  edebilir edebilirim edemem edemiyorum isterim istiyorum istiyoruz istiyor istedim istemem istemiyorum istemiyor istemedim isteyen
  bakarım bakıyorum bakacağım bakıcam baktım bakın bakma bakmayın bakalım bakmak bakmam bakan bakıyor ararım arıyorum arayacağım
  aradım aradı aradılar arama aramak aramam aramayın arayın arasın arada arası arasında aralık araba arabam arabayla arabada
  veririm veriyorum verdim verdi verdiniz vermek verin versin verir verirmisiniz veriyor vereceğim verecek verildi verilen
  bilirim biliyorum biliyor bilmiyorum bilmek bilgi bilsem bilen bilet bilmem bilir görürüm görüyorum gördüm görmedim görmek
  görüşürüz görüşmek görüşme görüşmem görüşmeye görüşmeyi görüşmede görüşelim görevli gönderdim gönderin gönderiyorum göndereceğim
  konuşmak konuşma konuştum konuştuk konuşalım konuşuyorum konuşabilir konuyu konu konum konumu yazdım yazın yazma yazmak
  yazıyorum yazıyor yazacağım yazar yazı yaşıyorum yaşlı kalırım kalıyorum kaldım kaldı kalacağım kalkıyorum kalktım kaçta kaçtı
  çıktım çıktı çıkıyorum çıkacağım çıkmak çalışıyorum çalışma çalışan çalıştım çalışıyor çalışıyoruz çalışmak çalışmıyor çalışmıyorum
  unutmam unutma unutmadım unutmayın unutmuyorum unuttu umarım uyarım uygun uyuyor uyuyorum uyku uzun uzak uzman yakın yakında
  zaman zamanı zamanım zamanda zaten sabah sabahtan sabahki salata salon saate saati saatte saatler saatleri sadece sanırım sayın
  sebep sefer seçim sevgi sevgili seni senin siz sizin sizinle sizden sizler sonra sonraki sonra soru sorum sorun sormak sorduk
  şeker şekil şeyler şube tamam tarih tarihi tarihte tarihler tatlı tekrar telefon telefonu telefonum tercih tercüme toplam
  türlü yanlış yanlışlık yandı yanda yanımda yanınızda yarım yarın yarına yarınki yardım yardımcı yavaş yemek yerde yerine yerim
  yetkili yoksa yolda yoldan yolla yorum yoruldum yüzden yüzünden yukarı bazen bazı başka başla başladı başım başarılar belki belli
  beraber beyaz biraz birlikte birkaç biri birisi birşey bizim bizde bizi borç boyun bugün bulundum burada burası buraya buradan
  bütün büyük cevap cuma cumaya çabuk çağrı çekim çeşit çünkü daima daha dakika davet dedim dedi demek derim değer denedim dikkat
  diyor diyorum diğer dilerim doğru doğum dolayı dolu durum durumu durumda duydum düşünüyorum düzgün eğer ekmek elden elbet erken
  erkek eski eşya etraf evden evde evime fakat farklı fazla fikir gece geceleri gelecekte genel gerçek gerçekten gerek gerekir
  gerekiyor gerekli gibi giriş görev güler güzel hadi hakkında halen hangi harika hatırlatma hayırlı hemen hepimiz hepiniz hepsi
  herhalde herkes herşey hızlı hiçbir ihtiyaç ikinci ilgili ilginiz ilginize ilk inanın insan isim ismim istek işlem itibaren izin
  kabul kadar kapı kapıda karar karım karşı karşılık katıldım kayıt kendi kendim kesin kesinlikle kırmızı kişi kişiyle kolay
  komik konusunda koşul kusura küçük kullanıyorum lazım limit malum mektup memnun merkez merak mesaj mesela mevcut mesafe misafir
  mutlu mutlaka müdür mümkün nerden nereden neyse nihayet normal notunu numara okudum okul olarak onlar onun oradan oraya orada
  oturum oturuyorum öbür ödeme öğle öğlen öğrenci önce önceki önemli özel özür pardon parça park pazar pazara peki perde plan program
  rahat randevu rapor resim saygı seninle vardı varım vardım varsa vakit var vardır veya haklı halk haklısınız kalan kalın kaldık salla
  hoşça boşta boş taşıma taşındım dersim derse deyim dedik ateş eşim eşimle eşimin işimi işimiz içim içinde dışında gülmek
  ocakta sıcak soğuk kahve baba abla anne annem babam kardeş bebek bebeğim oğul oğlan kızım hanım bey amca dayı teyze
`)
