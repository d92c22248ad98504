/** The same embassy stands in the records of two regions, each with its own row. */
export const embassyNames = {
  name: 'Kedutaan Besar Jepang',
  names: { en: 'Embassy of Japan', ja: '日本国大使館', ko: '일본대사관' },
  nativeName: '日本国大使館',
  nativeLang: 'ja',
  country: 'JP',
} as const
