import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { listSharableMeetings, listSharableWords } from '../agenda/queries.ts'
import { findNextStep } from '../followup/queries.ts'
import { listExchanged } from '../letters/queries.ts'
import type { ProcedureId } from '../procedures/model.ts'
import { isOffice } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import { getRelation, listFields, listTexts } from '../relations/queries.ts'
import { zoneOfCountry } from './model.ts'
import type { Part } from './shapes.ts'

interface Asked {
  relation: string
  on: DateText
}

/**
 * Everything of a relation that its partner may be shown, part by part, on a day. What the officer is told, what she
 * looks at before and what the link opens are this one answer, so they cannot differ. Undefined while the partner is not
 * known: then there is nobody to share with. Throws not_found.
 */
export async function composeParts(tx: Tx, { relation: id, on }: Asked): Promise<Part[] | undefined> {
  const relation = await getRelation(tx, { id, on })
  const { partner } = relation
  if (partner === null) return undefined
  const region = await getRegion(tx)
  const letters = await listExchanged(tx, { relation: id, partner: partner.id, on })
  const next = await findNextStep(tx, id)
  const fields = await listFields(tx, { relation: id, on })
  const meetings = await listSharableMeetings(tx, { relation: id, on })
  const said = await listSharableWords(tx, { relation: id, on })
  const texts = await listTexts(tx, { id, on })
  const { name, names, nativeName, nativeLang, country } = partner
  return [
    signed({
      id: 'kerja_sama',
      content: {
        region: { name: region.name, names: region.names as Record<string, string> },
        partner: { name, names: names as Record<string, string>, nativeName, nativeLang, country },
        type: relation.cooperationType,
      },
    }),
    signed({
      id: 'tahap',
      content: {
        course: relation.process && {
          procedure: relation.process.procedure as ProcedureId,
          provisional: relation.process.provisional,
          records: relation.process.records.map(({ step, documented, finished }) => ({
            step,
            documented,
            ...(finished !== undefined && { finished }),
          })),
        },
        waits: next?.reason === 'waiting_partner',
        asked: letters.flatMap(({ id: letter, subject, answerBy }) =>
          answerBy === null ? [] : { id: letter, subject, answerBy },
        ),
      },
    }),
    signed({
      id: 'bidang',
      content: {
        fields: fields
          .filter(({ standing }) => standing !== 'tidak_dilanjutkan')
          .map(({ id: field, sector = null, name: called = null, standing }) => ({
            id: field,
            sector,
            name: called,
            standing,
          })),
      },
    }),
    signed({
      id: 'kegiatan',
      content: { zone: region.zone as 'WIB', partnerZone: zoneOfCountry(country) ?? null, meetings },
    }),
    signed({ id: 'komitmen', content: { ours: said.ours.map(spoken), theirs: said.theirs.map(spoken) } }),
    signed({
      id: 'surat',
      content: {
        closed: partner.kind === 'embassy',
        letters: letters.map(({ id: letter, direction, number, datedOn, passedOn, subject }) => ({
          id: letter,
          direction,
          number,
          day: datedOn ?? passedOn,
          subject,
        })),
      },
    }),
    signed({
      id: 'naskah',
      content: {
        texts: texts
          .filter(({ isSigned, voidedOn }) => isSigned && voidedOn === null)
          .map((text) => ({
            id: text.id,
            kind: text.kind,
            title: text.title,
            numberOurs: text.numberOurs,
            numberTheirs: text.numberTheirs,
            signedOn: text.signedOn,
            lastDay: text.lastDay,
            isOpenEnded: text.isOpenEnded,
            terminatedOn: text.terminatedOn,
          })),
      },
    }),
  ]
}

/** Who spoke, as far as a page names her: with an office that has a word, without a name that was only typed. */
function spoken<Of extends { speaker: object | null }>({ speaker, ...word }: Of) {
  if (speaker === null) return { ...word, speaker }
  const { givenName, familyName, nameLang, office } = speaker as Record<string, string | undefined>
  return {
    ...word,
    speaker: {
      givenName: givenName ?? '',
      familyName: familyName ?? '',
      nameLang: nameLang ?? null,
      office: isOffice(office) ? office : null,
    },
  }
}

type Unsigned = { [Id in Part['id']]: Omit<Extract<Part, { id: Id }>, 'version'> }[Part['id']]

/** A part under the digest of its content: eight bytes tell apart any two that one page had. */
function signed(of: Unsigned): Part {
  const version = createHash('sha256').update(JSON.stringify(of.content)).digest('hex').slice(0, 16)
  return { ...of, version } as Part
}
