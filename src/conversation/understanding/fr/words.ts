/** Words that several phrases choose from. */
export const child =
  'enfant/enfants/fils/fille/filles/garcon/bebe/petit/petite/petits/gosse/gosses/gamin/gamine/gamins/aine/ainee/cadet/cadette/benjamin/jumeaux/jumelles/jumelle/ado/nourrisson/mome/momes/loulou/puce/fiston/bout/pitchoun'
