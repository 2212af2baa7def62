import type { Asking } from '../asking.ts'

export const asking: Asking = {
  marks: {
    appointment: 'gdzie adres o_której kiedy jaki_dzień którego_dnia jakiego_dnia godzina godzinie z_kim miejsce',
    who: 'kto_to kto_to_jest kim_jesteś kim_pan_jest kim_pani_jest kto_pisze czy_to_robot',
    bring: 'co_przynieść co_zabrać co_wziąć przynieść zabrać dokumenty dowód paszport',
    interpreter: 'tłumacz tłumacza',
    content:
      'co_to_jest co_to_za_spotkanie co_będzie czego_się_spodziewać czego_mogę_się_spodziewać pierwszy_raz o_co_chodzi jak_długo ile_trwa ile_to_trwa o_czym',
  },
  beside:
    'dzień dobry cześć witam hej przepraszam proszę mam pytanie czy mogę zapytać jest moje spotkanie spotkania wizyta to ma być mam muszę powinienem powinnam przyjść iść trzeba na w do jaki jest będzie ze sobą i zapomniałem zapomniałam co potrzebuję z spotkaniu trwa mój',
}
