import { foldForSearch } from '../../shared/text.ts'
import type { Obstacle, Payer } from './model.ts'

/** Letters that are written as figures or signs to get past a reader. */
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
}

const fee = '(?:biaya|fee|fees|ongkos|uang|jasa|komisi|tarif|dana|bayaran|imbalan|upah|cost|charge|charges|commission)'
const placing =
  '(?:penempatan|penyaluran|pengiriman|perekrutan|rekrutmen|perantara|calo|sponsor|makelar|agen|agensi|agency|placement|placing|recruitment|recruiter|broker|brokerage|intermediary)'
/** At most one word between, or none at all: "biaya jasa penempatan", "feepenempatan". */
const named = new RegExp(`${fee}\\W*(?:\\w+\\W+)?${placing}|${placing}\\W*(?:\\w+\\W+)?${fee}`)
const whole = /^(?:jasa\s*)?(?:penempatan|penyaluran|placement|brokerage|komisi|commission)(?:\s*(?:pmi|tki|kerja))?$/
const japanese =
  /紹介(?:手数)?料|職業紹介|(?:斡旋|あっせん|アッセン|仲介|仲立|周旋)|送(?:り)?出し(?:手数料|費|料)|ブローカー|プレースメント/
const korean =
  /알선|소개\s*(?:비|료|수수료)|중개|송출\s*(?:비|료|수수료)|브로커|취업\s*수수료|채용\s*수수료|배치\s*(?:비|료|수수료)/

/**
 * Whether a line is a placement fee by its words, in whatever spelling or script: UU 18/2017 Ps 30 forbids to have the
 * worker pay it. Costs of her own (passport, health test before placement) are none.
 */
export function isPlacementFee(item: string): boolean {
  const folded = foldForSearch(item)
  const plain = [...folded].map((letter) => disguises[letter] ?? letter).join('')
  const close = plain.replaceAll(/(?<=\b\p{L})[\s._*-]+(?=\p{L}\b)/gu, '') // "b i a y a"
  const bare = close
    .replaceAll(/[^\p{L}\s]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return (
    [folded, plain, bare].some((text) => named.test(text) || whole.test(text)) ||
    japanese.test(folded) ||
    korean.test(folded.normalize('NFC'))
  )
}

/** What stands against a line of costs; nothing where somebody else than the worker pays. */
export const feeObstacle = ({ item, payer }: { item: string; payer: Payer }): Obstacle | undefined =>
  payer === 'pekerja' && isPlacementFee(item) ? { what: 'placement_fee', law: 'UU 18/2017', at: 'Ps 30' } : undefined
