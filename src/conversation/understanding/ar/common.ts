/** By which Arabic is told from other languages, in its own letters and in Latin ones. */
export const common: readonly string[] =
  'انا انت هو هي نحن احنا هذا هذه هاد هاي في من على الى عن مع ما لا مو مش كان كانت عندي عندك شو ايش وين متى كيف ليش لماذا هل اذا لان لكن بس كل شي بعد قبل يوم اليوم بكرا بكره غدا امس موعد الموعد والله يعني بدي اريد عايز بغيت ممكن اقدر بقدر لازم جدا كتير كثير شكرا السلام عليكم ana enta howa hada hadi fi men 3la ma la mashi machi 3ndi 3andi wesh wach chno shu wein fin imta kifash kif 3lach leish ida hit 7it bezaf ktir daba lyoum ghda ghedda bukra lbare7 mbare7 wallah ya3ni bghit bedi biddi momkin n9der ba2dar lazem salam rendez-vous maw3id'.split(
    ' ',
  )

export const plain: readonly string[] = []
