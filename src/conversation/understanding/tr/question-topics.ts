import type { Asking } from '../asking.ts'

export const asking: Asking = {
  marks: {
    appointment:
      'nerede nereye adres saat_kacta saat_kaçta kaçta ne_zaman hangi_gün hangi_saat saat kiminle yer neresi konum',
    who: 'kimsiniz siz_kimsiniz bu_kim kim_bu sen_kimsin robot_musun',
    bring: 'ne_getirmeliyim ne_getireyim getirmem getirmeliyim belge belgeler kimlik pasaport',
    interpreter: 'tercüman çevirmen',
    content:
      'bu_ne bu_nedir ne_olacak neler_olacak ne_beklemeliyim ne_bekleyebilirim ilk_kez ilk_defa ilk_kez_geliyorum ilk_defa_geliyorum ne_için ne_hakkında konusu_ne ne_kadar_sürer ne_kadar_sürecek ne_yapacağız',
  },
  beside:
    'merhaba selam iyi günler bir şey sorabilir miyim lütfen randevu randevum randevumuz randevunun görüşme ne nedir hangi gelmem gelmeliyim gitmem gitmeliyim gerekiyor gerek lazım var mı mi mu mü için da de ve acaba söyler misiniz olacak olmalıyım unuttum bana yanımda benim bu o görüşmede randevuda',
}
