// Computes the places of a contest again from its result file, and says whether they are the same. Needs Node.js alone,
// nothing of this product: whoever doubts a result reads these lines and runs them.
//   node recompute-contest.mjs hasil.json
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sum = (values) => values.reduce((total, value) => total + value, 0)
const mean = (values) => sum(values) / values.length
const whole = (value) => Math.round(value * 10_000)
const text = (value) => (value < 0 ? '-' : '') + (Math.abs(value) / 10_000).toFixed(4)
const byText = (one, other) => (one < other ? -1 : one > other ? 1 : 0)
const sha256 = (words) => createHash('sha256').update(words).digest('hex')

/** JSON with keys in order and no blanks: the text that was hashed and signed. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort(byText)
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

function pointsOf({ rules, criteria, sheets }) {
  const totals = sheets
    .map((sheet) => ({ ...sheet, total: sum(criteria.map(({ weight }, at) => weight * sheet.marks[at])) }))
    .sort((one, other) => one.entry - other.entry || byText(one.juror, other.juror))
  if (rules.normalisation === 'none') {
    return { totals, points: (own) => sum(own.map(({ total }) => total)) / (own.length * rules.scale) }
  }
  const spread = new Map()
  for (const { juror } of totals) {
    if (spread.has(juror)) continue
    const own = totals.filter((sheet) => sheet.juror === juror).map(({ total }) => total)
    const centre = mean(own)
    spread.set(juror, { centre, width: Math.sqrt(mean(own.map((total) => (total - centre) ** 2))) })
  }
  const z = ({ juror, total }) => {
    const { centre, width } = spread.get(juror)
    return width === 0 ? 0 : (total - centre) / width
  }
  return { totals, points: (own) => 50 + 10 * mean(own.map(z)) }
}

/** Ascending by a key of several parts; equal keys share a place. */
function tieKey(rules, group) {
  if (rules.tieRule === 'shared') return () => []
  if (rules.tieRule === 'criterion_order') return ({ means }) => means.map((value) => -value)
  if (rules.tieRule === 'draw') return ({ number }) => [sha256(`${rules.seed}:${number}`)]
  const wins = ({ number, own }) =>
    sum(
      group
        .filter((other) => other.number !== number)
        .map(
          (other) =>
            own.filter(({ juror, total }) => other.own.some((sheet) => sheet.juror === juror && total > sheet.total))
              .length,
        ),
    )
  return (entry) => [-wins(entry)]
}

function compareKeys(one, other) {
  for (const [at, part] of one.entries()) {
    if (part !== other[at]) return part < other[at] ? -1 : 1
  }
  return 0
}

export function recompute(result) {
  const { rules, criteria, entries, sheets } = result
  const weights = sum(criteria.map(({ weight }) => weight))
  if (weights !== 100) throw new Error(`the weights sum to ${weights}, not to 100`)
  for (const { juror, entry, marks } of sheets) {
    const isWhole = marks.every((mark) => Number.isInteger(mark) && mark >= 0 && mark <= rules.scale)
    if (marks.length !== criteria.length || !isWhole)
      throw new Error(`juror ${juror}, entry ${entry}: marks beyond the scale`)
  }
  const { totals, points } = pointsOf(result)
  const all = entries.map(({ number, category, outside }) => {
    const own = totals.filter(({ entry }) => entry === number)
    const means = own.length === 0 ? [] : criteria.map((_, at) => whole(mean(own.map(({ marks }) => marks[at]))))
    const isOut = own.length === 0 ? 'no_sheet' : null
    return {
      number,
      category,
      own,
      means,
      outside: outside ?? isOut,
      points: own.length === 0 ? null : whole(points(own)),
    }
  })
  const places = new Map()
  for (const category of new Set(all.map((entry) => entry.category))) {
    const inside = all.filter((entry) => entry.category === category && entry.outside === null)
    const keyed = inside.map((entry) => {
      const group = inside.filter((other) => other.points === entry.points)
      return { ...entry, key: [-entry.points, ...(group.length > 1 ? tieKey(rules, group)(entry) : [])] }
    })
    for (const entry of keyed) {
      places.set(entry.number, 1 + keyed.filter((other) => compareKeys(other.key, entry.key) < 0).length)
    }
  }
  return all.map(({ number, means, outside, points: value, own }) => ({
    entry: number,
    place: places.get(number) ?? null,
    points: outside === null ? text(value) : null,
    criteria: means.map(text),
    sheets: own.length,
    outside,
  }))
}

/** What differs between a result file and what follows from its sheets, as sentences; none when all is the same. */
export function check(bundle) {
  const faults = []
  const said = canonical(bundle.result)
  if (sha256(said) !== bundle.sha256) faults.push('the hash is not that of this content: the file was changed')
  const isSigned = verify(
    null,
    Buffer.from(said),
    createPublicKey(bundle.publicKey),
    Buffer.from(bundle.signature, 'base64url'),
  )
  if (!isSigned) faults.push('the signature does not belong to this content')
  const stored = new Map(bundle.result.places.map((place) => [place.entry, place]))
  const again = recompute(bundle.result)
  for (const { entry, ...computed } of again) {
    const told = stored.get(entry)
    stored.delete(entry)
    if (told === undefined) {
      faults.push(`entry ${entry}: not told, computed place ${computed.place}`)
      continue
    }
    for (const field of ['place', 'points', 'outside', 'sheets', 'criteria']) {
      const [one, other] = [JSON.stringify(told[field]), JSON.stringify(computed[field])]
      if (one !== other) faults.push(`entry ${entry}: ${field} is told as ${one}, computed as ${other}`)
    }
  }
  for (const entry of stored.keys()) faults.push(`entry ${entry}: told, but not among the entries`)
  return faults
}

if (import.meta.main ?? process.argv[1]?.endsWith('recompute-contest.mjs')) {
  const file = process.argv[2]
  if (file === undefined) {
    console.log('node recompute-contest.mjs hasil.json')
    process.exit(2)
  }
  let faults
  try {
    faults = check(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    faults = [`not readable as a result: ${error.message}`]
  }
  for (const fault of faults) console.log(fault)
  console.log(faults.length === 0 ? 'same: places, points, hash and signature' : `different: ${faults.length}`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
