import type { Lexicon } from '../lexicon.ts'
import { answers } from './answers.ts'
import { crisis } from './crisis.ts'
import { dutyReasons } from './duty-reasons.ts'
import { lifeReasons } from './life-reasons.ts'
import { moments } from './moments.ts'
import { reasons } from './reasons.ts'
import { requests } from './requests.ts'
import { idioms, nothing } from './sayings.ts'
import { opposites } from './opposites.ts'
import { temper } from './temper.ts'
import { words } from '../word-list.ts'

const entries = [...crisis, ...temper, ...requests, ...answers, ...reasons, ...dutyReasons, ...lifeReasons]

/** Persian as it is spoken and written in Iran, and Dari; in their own letters and in Latin ones. */
export const persian: Lexicon = {
  code: 'fa',
  common: words(
    'من تو او ما شما آنها اونا این آن اون است هست نیست هستم هستید هستیم هستند بود بودم باشد باشه شد شده شدم می نمی را رو از با برای به که در تا هم یا چی چه کی کجا چرا چطور چند چقدر اگر اگه ولی اما پس چون فقط هنوز الان حالا امروز فردا دیروز دیگه دیگر خیلی خوب بد باید شاید دارم داریم دارید داره دارد کرد کردم کنم کنید کنیم شود شوم میشه میام نمیام میتونم نمیتونم میتوانم نمیتوانم میخوام نمیخوام میخواهم لطفا ببخشید ممنون مرسی تشکر سلام خدا بچه پسر دختر مادر پدر خانه خونه دکتر داکتر وقت قرار ساعت روز هفته ماه سال بله بلی آره نه یک یه دو سه همه هیچ کسی چیزی خودم خودمو بهم برام برایم استم استم مه مره ره گپ تشکر پیش بعد قبل آمدن اومدن آمده آمدم رفتم گفت بگید متاسفانه متأسفانه نشد نتونستم نتوانستم همراه چیه کجاست وقتی توی روی زیر ها های هایم ام ات اش تان شان مان nemitunam nemitoonam nemitonam mitunam mitoonam mishe nemishe salam mamnoon merci bale areh baraye ke az ba ra ro man shoma hastam nistam daram nadaram bayad farda emrooz emruz chera koja kojast khub kheili lotfan bebakhshid motasefane vaght vaghte gharar saat ruz rooz hafte bache bacham ham vali ama chon alan dige hatman biam biyam miam nemiam konam konid kardam raft yadam mikham nemikham khodam shod shodam mirese mitavanam metanam namitanam tashakor khana khune dadam beram miram bashe ast nist hast chi chetor inja unja',
  ),
  letters: 'پچژگیک',
  moments,
  entries,
  idioms,
  nothing,
  nots: words(
    'نمی نمیتونم نمیتوانم نمیتانم نمیشه نمیشود نمیام نمیایم نتونستم نتوانستم نمیرسم نمیخوره نمیتونیم نمیتوانیم نمیاد نمیایم نمیخوام نمیخواهم nemitoonam nemitunam nemitonam nemishe nemiam namitanam nemikhore namitanam',
  ),
  notsAfter: [],
  starts: words('من چون ولی اما که چونکه زیرا و یا اگه اگر بعد پس ما نه man chon vali ama ke va'),
  pastVerbs: words('بودم بود بودیم بودن بودند budam boodam bud bood'),
  pastAfter: [],
  past: [
    'هفته/ماه/سال/دفعه/جلسه ?ی پیش/گذشته/قبل/قبلی',
    'پارسال/قبلا/سابقا/سابق/قدیم/چند_روز_پیش',
    'هفته_گذشته/ماه_پیش/سال_پیش',
    'hafte/mah/sal/hafteye pish/gozashte/ghabl',
  ],
  fillers: words(
    'سلام درود لطفا لطفاً خواهش ببخشید شرمنده عزیز جناب آقا آقای خانم خانوم محترم گرامی دوست دوستان وقت بخیر صبح روز شب عصر خوب خسته نباشید ممنون مرسی تشکر سپاس متشکرم من را رو برای به در با از همون همان این آن اون هم پس دیگه که انتخاب کنم کنید کردم می کنم میکنم میخوام میخواهم خوام خواهم مناسبه خوبه بهتره بهتر است هست باشه باشد برام برایم گزینه شماره مورد وقته ساعت ساعته تاریخ لطف والا والله خب جان جون عرض ادب احترام علیکم صاحب جور میام میایم میگیرم بگیرید بذارید بزارید واسه واسم ok oke ممنونم میشم salam lotfan bebakhshid agha khanom mamnoon merci shomare gozine man ro ra ham bashe khube behtare lotfan jan tashakor',
  ),
  plain: [
    ...opposites(entries),
    ...words(
      'میدونم میدانم نمیدونم نمیدانم میگم میگه میگید میرم میریم میکنم میکنه میکنید میکنیم میشم میشه میشود میدم میده میدید میخوام میخواد میخواهم میخواین میبینم میفهمم میتونید میتونه میتوانید میرسه میرسم دوستان خواهش خواندن خواستم خواسته هستند بودند باشید باشند بنویسید نوشته نوشتم بفرمایید داشته داشتید داشتند گفته گفتم گفتید گفتند کردید کرده کردند خوبید خوبین چطورید خیابان ساختمان طبقه شهرداری شهرداریه کمون اداره ایمیل تلفن پیام جواب زندگی زبان هلند هلندی ایرانی افغانی افغانستان برنامه بیشتر کمتر همیشه هیچوقت فهمیدم شنیدم دیدم آمدم آمدید رسیدم رسیدید بگویم بگویید بدهید بدهم ببینم ببینید خانواده همکار مشکل مشکلات سالگی ساعته روزها هفته ماهه تنها نزدیک دنبال بنده جناب سرکار سلامت سلامتی سالم',
    ),
  ],
  doubts: [
    'شاید/احتمالا/احتمالاً/ممکنه/ممکن_است/ممکنست/احتمال/محتمل/خداکنه/شایدم ?که ?داره ?نیام',
    'سعی/تلاش/سعیم/کوشش/تلاشم ?خودم ?خودمو ?را ?رو ?ام می_کنم/کنم/می_کنیم/دارم/می_کنه/بکنم',
    'سعیمو/تلاشمو/سعیم/تلاشم می_کنم/رو',
    'مطمئن/مطمین/مطمعن/متیقن/یقین ?هنوز ?کامل نیستم/ندارم/نیستیم',
    'نمی_دونم/نمی_دانم/نمی_فامم ?هنوز ?که ?الان ?آیا ?دقیق ?واقعا بتونم/می_تونم/بتوانم/میام/بشه/می_شه/می_رسم/برسم/چی/که/هنوز/بیام/می_توانم/می_آیم/بتانم/بیایم',
    '| ?هنوز نمی_دونم/نمی_دانم/نمی_فامم ?هنوز |',
    'هنوز ?معلوم ?مشخص ?مطمئن ?تصمیم ?دقیق نمی_دونم/معلوم/مشخص/نگرفتم/نمی_دانم/تصمیم/مطمئن ?نیست ?نکردم ?نگرفتم ?نیستم',
    'معلوم/مشخص ?هنوز نیست/نمی_کنه',
    'ببینم/بببینم/ببینیم/می_بینم/باید_ببینم ?که ?حالا چی/چه/چطور/می_شه/می_تونم/وضعم/حالم/چکار/می_تانم/می_توانم/اوضاع ?می_شه ?پیش',
    'باید ?ببینم ?فکر فکر/ببینم/فکر_کنم/فکرامو/صبر ?کنم ?بکنم',
    'فکر/گمان/فک ?نمی نمی_کنم/نکنم ?بتونم ?بتوانم ?که',
    'اگه ?خدا بشه/تونستم/رسیدم/شد/تونستم_میام/بتونم/خدا_بخواد/خدا_بخواهد/توانستم',
    'بعدا/فردا/تا_فردا/شب/بعد ?بهتون ?به ?شما خبر/اطلاع/خبرتون ?می_دم ?می_دهم ?میدم ?بدم',
    'خبر/اطلاع می_دم/می_دهم/میدم/می_دیم ?بعدا ?بهتون',
    'امیدوارم/انشالله/ان_شاالله ?که ?حالم ?خوب بتونم/بتوانم/خوب_بشم/برسم/بشه/بهتر/خوب/بتانم/جور',
    '50 50/درصد',
    'پنجاه پنجاه/درصد',
    'قول ?صد نمی_دم/نمی_دهم/نمی_تونم/نمی_توانم ?بدم',
    'shayad/ehtemalan/momkene/ehtemal ?ke',
    'sai/say/saay/talash/sa_y/saii mikonam/konam/khodamo/mikonim',
    'motmaen/motmaen/motmaeen/mutmain/motma_en nistam',
    'nemidunam/nemidoonam/nemidanam/namidanam/nemidonam ?hanuz ?ke mitunam/mitoonam/betunam/beshe/miam/mishe/hanuz/hanooz/chi',
    '| nemidunam/nemidoonam/nemidanam/namidanam |',
    'bebinam/bayad_bebinam chi/mishe/halam/chetor',
    'omidvaram ?ke betunam/betoonam/beresam',
    'khabar midam/midaham',
  ],
  conditions: [
    'اگه/اگر/اکر/گر/به_شرطی/بشرطی/شرط/درصورتی/در_صورتی/به_شرط/مگر_اینکه/مگه_اینکه ?که ?من ?تا ?اون ?موقع ?امروز ?فردا ?حال ?بچم ?بچه ?پسرم ?دخترم ?همسرم ?شوهرم ?تا ?اینکه ?یک ?یه ?کسی ?هم ?مادرم ?هوا ?دکتر حالم/حالش/بچه/بچم/بچه_م/بچه_ام/پسرم/دخترم/بتونم/بتوانم/خوب/بهتر/خوب_بشم/تونستم/بشه/پرستار/شد/کسی/ماشین/ماشینم/اتوبوس/هوا/شوهرم/همسرم/مادرم/کارم/رئیسم/پیدا/مریض/مترجم/خوب_شدم/بهتر_شدم/باشه/باشد/بیاد/اجازه/برسم/تب/سالم/قطار/بهترشم/نبود/شدم/رسیدم/بود/پول/طفلم/توانستم/بتانم/طفل/موتر/جور/شوم/بشم/مشکلی/کار/مرخصی',
    'اگه/اگر ?من ?حالم ?هنوز خوب/بهتر/تونستم/رسیدم/نشد/شد/مریض/نتونستم/خوب_نشدم',
    'وقتی/زمانی/هروقت/هر_وقت/بعداز_اینکه ?که ?من ?بچم ?بچه ?حالم خوب_شدم/بهتر_شدم/حالم_خوب/خوب_شد/بهتر_شد/بچه_م_خوب/خوب_بشم/بچم_خوب/جور_شدم/حالم_بهتر ?شد ?شدم',
    'بستگی ?به داره/دارد/حالم/به_حالم/داره_به/کارم/هوا',
    'تا/منوط ?ببینم ?وقتی ?که حالم/خوب_بشم/بهتر_بشم/ببینم/خوب_شوم ?خوب',
    'age/agar/ageh ?ke ?man ?halam ?bacham ?beshe ?ta halam/bacham/khub/behtar/betunam/betoonam/beshe/tunestam/toonestam/shod/kasi/parastar/beresam/shodam/otobus/mariz/betonam/pesaram/dokhtaram',
    'bastegi dare/darad',
  ],
  stems: ['خودکش', 'khodkosh', 'suicid', 'zelfmoord'],
  aliases: {
    لطفن: 'لطفا',
    حتمن: 'حتما',
    مرررسی: 'مرسی',
    مچکرم: 'متشکرم',
    سلااام: 'سلام',
    خونمون: 'خونه',
    میتونم: 'میتونم',
    اگرچه: 'ولی',
    انشاالله: 'انشالله',
    انشاءالله: 'انشالله',
    ایشالا: 'انشالله',
    ایشالله: 'انشالله',
    ایشاالله: 'انشالله',
    نمیتوانیم: 'نمیتوانم',
    میخام: 'میخوام',
    نمیخام: 'نمیخوام',
    میخاهم: 'میخواهم',
    بعداز: 'بعد',
    متاسفانع: 'متاسفانه',
    فرداا: 'فردا',
    mikhaam: 'mikham',
    slm: 'salam',
    mrc: 'merci',
    mer30: 'merci',
    mrsi: 'merci',
    nmitunam: 'nemitunam',
    nmitonam: 'nemitonam',
    nemitoanam: 'nemitoonam',
    nemitoonm: 'nemitoonam',
  },
  numbers: [
    words(
      'یک یکم یکمی یکی اول اولی اولین اولیش نخست نخستین یه شماره۱ yek avval aval avali avvali yeki avalin avvalin aval_i',
    ),
    words('دو دوم دومی دومین دومیش do dovom dovomi dovvom dovvomi dovvomin dowom dovomin dowomi'),
    words('سه سوم سومی سومین سومیش se sevom sevomi sevvom sevvomi sewom'),
    words('چهار چهارم چهارمی چارم چهارمین chahar chaharom chaharomi char charom'),
    words('پنج پنجم پنجمی panj panjom'),
    words('شش ششم'),
    words('هفت هفتم'),
    words('هشت هشتم'),
    words('نهم'),
    words('ده دهم'),
  ],
  lasts: words('آخر آخری آخرین اخری اخرین آخریش آخریه akhar akhari akharin akhiri دیرترین دیرترینش'),
  middles: words('وسط وسطی وسطیه وسطیش میانی میانه vasat vasati vasatie'),
  excepts: words(
    'نه نیست نیستم ندارم نداره ندارد جز بجز غیر بغیر الا به_جز نشد نخوره نمیتونم نیستیم نداریم مگر na nist nadaram joz',
  ),
  turns: words('ولی اما چون چونکه زیرا لیکن ولیکن مگر vali ama chon'),
  choosing: words('شماره گزینه مورد وقت shomare gozine'),
}
