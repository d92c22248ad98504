import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, revision } from '../../shared/fields.ts'
import { newLinkShape } from '../links/contract.ts'
import { language, said as line, text, told } from './fields.ts'
import { conflictKinds, judgingLimits, normalisations, outsides, scales, tieRules } from './judging-model.ts'

const scale = z.union(scales.map((value) => z.literal(value)))
const kept = z.object({ id, rev: z.number().int() })
const days = z.string().nullable()
const reason = told(2000)

const juror = {
  name: line(200),
  body: line(200).nullable().optional(),
  /** The decree that names her, as it is written. */
  decree: line(200).nullable().optional(),
  village: line(80).nullable().optional(),
  kecamatan: line(80).nullable().optional(),
  company: line(200).nullable().optional(),
  kin: z.array(line(200)).max(judgingLimits.kin).optional(),
  /** Why she may judge although her company helps the whole contest. */
  sponsorReason: reason.nullable().optional(),
}

const criterion = z.object({
  id,
  position: z.number().int(),
  name: z.string(),
  nameLang: language,
  about: z.string().nullable(),
  weight: z.number().int(),
})

const jurorRow = z.object({
  id,
  number: z.number().int(),
  name: z.string(),
  body: z.string().nullable(),
  decree: z.string().nullable(),
  declaredAt: z.string().nullable(),
  leftOn: days,
  leftReason: z.string().nullable(),
  /** Only for who runs the contest: what conflicts are found from. */
  ties: z
    .object({
      village: z.string().nullable(),
      kecamatan: z.string().nullable(),
      company: z.string().nullable(),
      kin: z.array(z.string()),
      sponsorReason: z.string().nullable(),
      helpsAll: z.boolean(),
    })
    .optional(),
  /** Sheets that are in, still due, and entries she does not judge. */
  sent: z.number().int(),
  due: z.number().int(),
  conflicts: z.number().int(),
  leniency: z.object({ mean: z.string(), difference: z.string().nullable() }).optional(),
  rev: z.number().int(),
})

export const readJudging = endpoint({
  name: 'contests.readJudging',
  method: 'GET',
  path: '/api/contests/:id/judging',
  summary:
    'How a contest is judged and how far it is: rules, criteria, jurors, which sheets are in. Never a mark before all are opened; places and leniency before the announcement only to who runs it.',
  allow: 'programmes.read',
  input: z.object({ id }),
  output: z.object({
    id,
    stage: z.enum(['none', 'rules', 'judging', 'unsealed', 'decided', 'announced']),
    rules: z
      .object({
        version: z.number().int(),
        scale,
        normalisation: z.enum(normalisations),
        tieRule: z.enum(tieRules),
        winners: z.number().int(),
        prizes: z.array(z.string()),
        prizesLang: language,
        seed: z.string().nullable(),
        frozenOn: days,
        unsealedOn: days,
        unsealedReason: z.string().nullable(),
        absent: z.number().int(),
        decidedOn: days,
        minutesNumber: z.string().nullable(),
        minutesWords: z.string().nullable(),
        announcedOn: days,
      })
      .nullable(),
    criteria: z.array(criterion),
    jurors: z.array(jurorRow),
    entries: z.number().int(),
    sheets: z.object({ sent: z.number().int(), due: z.number().int() }),
    obstacles: z.array(z.enum(['criteria', 'jurors', 'entries', 'window'])),
    announceOn: days,
    /** Whether the caller runs it: marks and places are told to her before the announcement. */
    mayKeep: z.boolean(),
    rev: z.number().int(),
  }),
})

export const listSheets = endpoint({
  name: 'contests.listSheets',
  method: 'GET',
  path: '/api/contests/:id/sheets',
  summary:
    'Entry by entry which jurors sent a sheet, who still has to and who is in conflict. Marks only once all sheets are opened, to who runs the contest; to others after the announcement.',
  allow: 'programmes.read',
  input: z.object({
    id,
    after: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(judgingLimits.page).default(25),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        number: z.number().int(),
        name: z.string(),
        village: z.string(),
        category: z.string().nullable(),
        backers: z.array(z.string()),
        missing: z.number().int(),
        jurors: z.array(
          z.object({
            number: z.number().int(),
            state: z.enum(['sent', 'due', 'conflict']),
            conflicts: z.array(z.enum(conflictKinds)),
            version: z.number().int().nullable(),
            receivedAt: z.string().nullable(),
            marks: z.array(z.number().int()).optional(),
            note: z.string().nullable().optional(),
          }),
        ),
      }),
    ),
    next: z.number().int().optional(),
  }),
})

export const listPlaces = endpoint({
  name: 'contests.listPlaces',
  method: 'GET',
  path: '/api/contests/:id/places',
  summary:
    'The ranking in each category, with the mean of each criterion. Empty until the sheets are opened; until the announcement only for who runs the contest.',
  allow: 'programmes.read',
  input: z.object({
    id,
    after: z.coerce.number().int().min(0).optional(),
    /** All at once for the minutes, which are printed whole. */
    limit: z.coerce.number().int().min(1).max(judgingLimits.entries).default(judgingLimits.page),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        entry: id,
        number: z.number().int(),
        name: z.string(),
        village: z.string(),
        category: z.string().nullable(),
        place: z.number().int().nullable(),
        points: z.string().nullable(),
        criteria: z.array(z.string()),
        sheets: z.number().int(),
        settledBy: z.enum(tieRules).nullable(),
        outside: z.enum(outsides).nullable(),
        disqualified: z.object({ on: z.string(), reason: z.string() }).nullable(),
        prize: z.string().nullable(),
      }),
    ),
    next: z.number().int().optional(),
  }),
})

export const setCriteria = endpoint({
  name: 'contests.setCriteria',
  method: 'POST',
  path: '/api/contests/:id/criteria',
  summary:
    'Set the criteria, whose weights sum to exactly 100, and the rules of judging. Each time is a version; refused once judging began, with the day.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    /** 0 while there is no table yet. */
    rev: revision,
    scale,
    normalisation: z.enum(normalisations),
    tieRule: z.enum(tieRules),
    winners: z.number().int().min(1).max(judgingLimits.winners).default(3),
    prizes: z.array(line(300)).max(judgingLimits.winners).default([]),
    lang: language.default('id'),
    criteria: z
      .array(z.object({ name: line(200), about: text(1000).optional(), weight: z.number().int().min(1).max(100) }))
      .max(judgingLimits.criteria),
  }),
  output: kept.extend({ version: z.number().int() }),
})

export const addJuror = endpoint({
  name: 'contests.addJuror',
  method: 'POST',
  path: '/api/contests/:id/jurors',
  summary: 'Name a juror, by which decree and from which body; what is known of village, company and kin.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, ...juror }),
  output: kept.extend({ number: z.number().int() }),
})

export const mendJuror = endpoint({
  name: 'contests.mendJuror',
  method: 'POST',
  path: '/api/contests/jurors/:id',
  summary:
    'Mend what is written of a juror; null takes a value off. A sheet of an entry she then is in conflict with does not count.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, ...juror, name: juror.name.optional() }),
  output: kept,
})

export const leaveJury = endpoint({
  name: 'contests.leaveJury',
  method: 'POST',
  path: '/api/contests/jurors/:id/leave',
  summary:
    'A juror leaves, with the reason: her links end and her sheets do not count. Refused once the sheets were opened.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason }),
  output: kept,
})

export const inviteJuror = endpoint({
  name: 'contests.inviteJuror',
  method: 'POST',
  path: '/api/contests/jurors/:id/invite',
  summary: 'Hand a juror the link by which she declares her conflicts and sends her sheets.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, ...newLinkShape }),
  output: z.object({ id, link: id }),
})

export const setBackers = endpoint({
  name: 'contests.setBackers',
  method: 'POST',
  path: '/api/contests/entries/:id/backers',
  summary: 'Say which companies help one entry, so that nobody who works there judges it.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, companies: z.array(line(200)).max(judgingLimits.backers) }),
  output: z.object({ id }),
})

export const openJudging = endpoint({
  name: 'contests.openJudging',
  method: 'POST',
  path: '/api/contests/:id/open-judging',
  summary:
    'Begin judging: criteria and rules are frozen from now on, and sheets are taken. Refused while the window is open, or without criteria, jurors or complete entries.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision }),
  output: kept,
})

export const unsealSheets = endpoint({
  name: 'contests.unsealSheets',
  method: 'POST',
  path: '/api/contests/:id/unseal',
  summary:
    'Open all sheets at once and take no more. Refused while one is missing, unless closed with a reason, which is published.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: reason.optional() }),
  output: kept.extend({ absent: z.number().int() }),
})

export const decidePlaces = endpoint({
  name: 'contests.decidePlaces',
  method: 'POST',
  path: '/api/contests/:id/places',
  summary:
    'Decide the places as the sheets give them, with the number of the minutes (berita acara). Nobody else sees them yet.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    minutesNumber: line(100).optional(),
    minutesWords: text(5000).optional(),
  }),
  output: kept,
})

export const announceResult = endpoint({
  name: 'contests.announceResult',
  method: 'POST',
  path: '/api/contests/:id/announce',
  summary:
    'Announce the result: from now on it stands on the public page, with the file by which anybody computes it again. Refused before its day.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id, rev: revision }),
  output: kept.extend({ announcedOn: z.string() }),
})

export const disqualifyEntry = endpoint({
  name: 'contests.disqualifyEntry',
  method: 'POST',
  path: '/api/contests/entries/:id/disqualify',
  summary:
    'Put an entry out of the ranking after the sheets were opened, with the reason, which the result says too. `rev` is that of judging. Once announced, only by whoever may announce.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason }),
  output: kept,
})
