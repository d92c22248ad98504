import type { TextView } from './texts-list.tsx'

/** What the form of a text holds; every value is text, as it was typed. */
export type TextFormValues = Record<
  (typeof lockedLines)[number] | (typeof openLines)[number] | 'term' | 'termMonths' | 'endsOn',
  string
> &
  Record<'official' | 'partnerName' | 'partnerOffice' | 'document' | 'reason', string>

/** Lines of a text that are locked once it is signed and on file, and those that can only be known later. */
export const lockedLines = ['title', 'numberOurs', 'numberTheirs', 'signedOn', 'signedAt', 'beginsOn'] as const
export const openLines = ['terminatedOn', 'originalAt', 'certifiedCopyOn', 'targetMouOn'] as const

/** A text as its form shows it. */
export function valuesOf(text: TextView): TextFormValues {
  const { termMonths, endsOn, isOpenEnded, document } = text
  const region = text.signatories.find(({ side }) => side === 'region')
  const partner = text.signatories.find(({ side }) => side === 'partner')
  const lines = [...lockedLines, ...openLines].map((line) => [line, text[line] ?? ''])
  return {
    ...(Object.fromEntries(lines) as Record<(typeof lockedLines)[number] | (typeof openLines)[number], string>),
    term: isOpenEnded ? 'open' : termMonths !== null ? 'months' : endsOn !== null ? 'ends' : 'unknown',
    termMonths: termMonths === null ? '' : String(termMonths),
    endsOn: endsOn ?? '',
    official: region?.official ?? '',
    partnerName: partner?.name ?? '',
    partnerOffice: partner?.office ?? '',
    document: document ?? '',
    reason: '',
  }
}

type Draft = { values: TextFormValues; base: TextFormValues }

/** The input of `mendText` for what was changed; what stayed is absent, null empties a value. */
export function mendOfText(text: TextView, { values, base }: Draft): Record<string, unknown> {
  const isChanged = (name: keyof TextFormValues) => values[name].trim() !== base[name]
  const lines = [...lockedLines, ...openLines].filter(isChanged)
  const isTermChanged = (['term', 'termMonths', 'endsOn'] as const).some(isChanged)
  const isSignedByOthers = (['official', 'partnerName', 'partnerOffice'] as const).some(isChanged)
  return {
    ...Object.fromEntries(lines.map((line) => [line, values[line].trim() || (line === 'title' ? '' : null)])),
    ...(isTermChanged && termOf(values)),
    ...(isSignedByOthers && { signatories: signatoriesOf(text, values) }),
    ...(isChanged('document') && { document: values.document }),
    ...(values.reason.trim() !== '' && { reason: values.reason.trim() }),
  }
}

function termOf({ term, termMonths, endsOn }: TextFormValues) {
  return {
    termMonths: term === 'months' ? Number(termMonths) : null,
    endsOn: term === 'ends' ? endsOn.trim() : null,
    isOpenEnded: term === 'open',
  }
}

/** Who signed: the first of each side as the form says, the others as they stand. */
function signatoriesOf({ signatories }: TextView, { official, partnerName, partnerOffice }: TextFormValues) {
  const [region, partner] = (['region', 'partner'] as const).map((side) => signatories.find((one) => one.side === side))
  const others = signatories.filter((one) => one !== region && one !== partner).map(asSent)
  const name = partnerName.trim()
  const isSame = partner !== undefined && name === partner.name && partnerOffice.trim() === (partner.office ?? '')
  return [
    ...(official === ''
      ? region === undefined || region.official !== null
        ? []
        : [asSent(region)]
      : [{ side: 'region', official }]),
    ...(isSame
      ? [asSent(partner)]
      : name === ''
        ? []
        : [{ side: 'partner', name, ...(partnerOffice.trim() !== '' && { office: partnerOffice.trim() }) }]),
    ...others,
  ]
}

function asSent({ side, official, person, name, office, capacity }: TextView['signatories'][number]) {
  if (official !== null) return { side, official }
  const known = { ...(office !== null && { office }), ...(capacity !== null && { capacity }) }
  return person === null ? { side, name, ...known } : { side, person, ...known }
}
