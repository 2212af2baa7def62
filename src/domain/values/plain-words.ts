/** Small letters without accents, in words: 'Çelik-El Amrani' is found by 'celik' and by 'amrani'. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? []
