/** Bahan audiensi: what somebody who receives a guest reads beforehand, each line with where it is from. Pure. */
import { addDays } from '../../shared/dates.ts'
import { formatDate, formatList } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { personName } from '../../shared/person-name.ts'
import { activityTitle } from '../../slices/agenda/embed.tsx'
import { attended, guestView, speakerLine, writeWhen, type Activity } from '../../slices/agenda/model.ts'
import { words as agendaWords } from '../../slices/agenda/messages/words.gen.ts'
import { holderText, type FollowUp } from '../../slices/followup/model.ts'
import { words as followupWords } from '../../slices/followup/messages/words.gen.ts'
import { newestFirst, termOn, type Person } from '../../slices/partners/model.ts'
import { words as partnerWords } from '../../slices/partners/messages/words.gen.ts'
import { stageSentence } from '../../slices/procedures/embed.tsx'
import { countryName, officeTitle } from '../../slices/reference/model.ts'
import { fieldName, relationTitle } from '../../slices/relations/embed.tsx'
import { countFields } from '../../slices/relations/model.ts'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { words as textWords } from '../../slices/relations/ui/messages/words.gen.ts'
import { writeProfile } from '../relation-page/profile.ts'
import { openCiting, type Citing } from './cite.ts'
import { words } from './messages/words.gen.ts'
import { atStart, type Audience, type Paper, type PaperLine, type PaperSection } from './model.ts'
import type { BriefingRecord } from './record.ts'

interface Writing {
  record: BriefingRecord
  language: Language
  audience: Audience
  cite: Citing
}

/** So much fits on two pages. */
const most = { activities: 3, statements: 4, texts: 6, people: 6, tasks: 6, letters: 4, facts: 5 }

export function composeBriefing(
  record: BriefingRecord,
  { language, audience }: { language: Language; audience: Audience },
): Paper {
  const cite = openCiting(record.lines, language)
  const writing = { record, language, audience, cite }
  const { region, relation } = record.page
  const w = words[language]
  const partner = (relation.partner as Named | null) ?? undefined
  const title = relationTitle(language, { region: region as Named, partner, label: relation.label ?? undefined })
  const parts = [
    aboutPartner,
    standing,
    fields,
    meetings,
    texts,
    people,
    ...(audience === 'own' ? [open, toRaise] : []),
  ]
  return {
    title,
    subtitle: (audience === 'own' ? w.ownSubtitle : w.guestSubtitle)({ date: formatDate(record.on, language) }),
    language,
    sections: parts.map((part) => part(writing)).filter(({ lines }) => lines.length > 0),
    sources: cite.sources,
    sourcesTitle: w.sources,
  }
}

function aboutPartner({ record, language, cite }: Writing): PaperSection {
  const { relation, profile, region } = record.page
  const w = words[language]
  const lines: PaperLine[] = []
  const { partner } = relation
  if (partner === null) {
    lines.push({ text: w.notNamed({ label: relation.label ?? '' }), notes: cite.of([relation.id]) })
  } else {
    const native = partner.nativeName !== null && partner.nativeName !== nameIn(language, partner as Named)
    const parts = [
      nameIn(language, partner as Named),
      native ? partner.nativeName : null,
      partner.country === null ? null : countryName(language, partner.country),
      partner.kind === null
        ? null
        : partnerWords[language].kind[partner.kind as keyof (typeof partnerWords)['id']['kind']],
    ]
    lines.push({ text: parts.filter((part) => part !== null).join(' · '), notes: cite.staff() })
  }
  for (const fact of profile.slice(0, most.facts)) {
    const text = writeProfile(fact, { language, region: region as Named })
    if (text !== undefined) lines.push({ text, notes: cite.of([fact.id]), ...(fact.kind === 'note' && { lang: 'id' }) })
  }
  return { title: w.part.partner, lines }
}

function standing({ record, language, audience, cite }: Writing): PaperSection {
  const { relation, region } = record.page
  const w = words[language]
  const say = relationWords[language]
  const { process, status } = relation
  const lines: PaperLine[] = []
  const stage = process === null ? undefined : stageSentence(language, process as never)
  const told = [status === null ? undefined : say.status[status], stage].filter((part) => part !== undefined)
  if (told.length > 0) {
    const subjects = [relation.id, ...(process === null ? [] : [process.id])]
    lines.push({ term: w.term.status, text: told.join(' · '), notes: cite.of(subjects, ['stages_left']) })
  }
  if (process?.initiator) {
    const names = { region: nameIn(language, region as Named), partner: nameOf(record, language) }
    const by = say.initiator[process.initiator]
    const who = typeof by === 'string' ? by : by(names as never)
    const country = relation.partner?.country ?? undefined
    const { referral } = process
    const said = referral && country ? say.referral[referral]({ who, country: countryName(language, country) }) : who
    lines.push({ term: w.term.initiative, text: said, notes: cite.of([process.id], ['initiator', 'referral']) })
  }
  if (relation.purpose !== null) {
    lines.push({ term: w.term.purpose, text: relation.purpose, lang: 'id', notes: cite.of([relation.id], ['purpose']) })
  }
  const lastOn = audience === 'own' ? relation.lastOn : meetingsFor(record, audience)[0]?.occurredOn
  if (lastOn) {
    lines.push({ text: say.lastActivity({ date: formatDate(lastOn, language) }), notes: cite.staff() })
  }
  return { title: w.part.standing, lines }
}

const nameOf = ({ page: { relation } }: BriefingRecord, language: Language): string =>
  relation.partner === null ? (relation.label ?? '') : nameIn(language, relation.partner as Named)

function fields({ record, language, cite }: Writing): PaperSection {
  const w = words[language]
  const say = relationWords[language]
  const listed = record.page.fields.map((field) => ({
    ...field,
    sector: field.sector ?? undefined,
    name: field.name ?? undefined,
  }))
  if (listed.length === 0) return { title: w.part.fields, lines: [] }
  const { offered, named, unnamed } = countFields(listed as never)
  const counts = [
    say.fields.offered({ n: offered }),
    say.fields.named({ n: named }),
    ...(unnamed > 0 ? [say.fields.unnamed({ n: unnamed })] : []),
  ]
  const lines: PaperLine[] = [{ text: counts.join(' · '), notes: cite.of([record.page.relation.id], ['fields']) }]
  for (const [state, of] of Map.groupBy(listed, (field) => field.standing)) {
    const names = of.flatMap((field) => fieldName(language, field as never) ?? [])
    if (names.length === 0) continue
    const text = formatList(names, language)
    lines.push({
      term: atStart(say.standing[state]),
      text,
      notes: cite.of([...of.map(({ id }) => id), record.page.relation.id], ['name', 'sector', 'fields']),
    })
  }
  return { title: w.part.fields, lines }
}

/** The meetings that a reader may read of, the newest first, each as far as it may be read. */
function meetingsFor({ page, guestShares }: BriefingRecord, audience: Audience): Activity[] {
  const held = page.activities as unknown as Activity[]
  if (audience === 'own') return held
  return held.flatMap((activity) => guestView(activity, guestShares[activity.id]) ?? [])
}

function meetings({ record, language, audience, cite }: Writing): PaperSection {
  const w = words[language]
  const lines = meetingsFor(record, audience)
    .slice(0, most.activities)
    .flatMap((activity, at): PaperLine[] => {
      // Without its subject it is called by its kind, and no source is named: its title may say the subject.
      const { kind, about, id: subject } = activity
      const isBare = about === ''
      const title = activityTitle(language, {
        kind,
        about: isBare && kind !== undefined ? agendaWords[language].kind[kind] : about,
        partner: (record.page.relation.partner as Named | null) ?? undefined,
      } as never)
      const place = activity.place === undefined ? '' : agendaWords[language].comma + activity.place
      const told: PaperLine[] = [
        {
          ...(title !== '' && { term: title }),
          text: writeWhen(language, activity) + place,
          notes: isBare ? cite.staff() : cite.of([subject]),
        },
        ...sidesOf({ activity, language, cite }),
      ]
      if (at > 0) return told
      const said = activity.statements.slice(0, most.statements).map(({ id, speaker, words: text, wordsLang }) => ({
        term: speakerLine(speaker, language),
        text,
        lang: wordsLang,
        notes: cite.of([id]),
      }))
      return [...told, ...said]
    })
  return { title: w.part.meetings, lines }
}

function sidesOf({
  activity,
  language,
  cite,
}: Pick<Writing, 'language' | 'cite'> & { activity: Activity }): PaperLine[] {
  const { side: sideWords } = agendaWords[language]
  return (['host', 'guest'] as const).flatMap((side) => {
    const here = attended(activity.participants).filter((each) => each.side === side)
    if (here.length === 0) return []
    const text = formatList(
      here.slice(0, 8).map((each) => speakerLine(each, language)),
      language,
    )
    return [{ term: sideWords[side], text, notes: cite.of(here.map(({ id }) => id)) }]
  })
}

function texts({ record, language, audience, cite }: Writing): PaperSection {
  const w = words[language]
  const shown = audience === 'own' ? record.texts : record.texts.filter(({ isSigned }) => isSigned)
  if (record.texts.length === 0) return { title: w.part.texts, lines: [{ text: w.noText, notes: cite.staff() }] }
  const kindOf = (kind: keyof (typeof textWords)['id']['texts']['kind']) =>
    atStart(textWords[language].texts.kind[kind])
  const lines = shown
    .slice(0, most.texts)
    .map(({ kind, title, signedOn, lastDay, isSigned, numberOurs }): PaperLine => {
      const day = signedOn === null ? undefined : formatDate(signedOn, language)
      const parts = [
        day === undefined ? w.notSigned : w.signedOn({ date: day }),
        lastDay === null ? undefined : w.until({ date: formatDate(lastDay, language) }),
      ]
      const name = [kindOf(kind), numberOurs, title].filter((part) => part !== null).join(' ')
      const text = parts.filter((part) => part !== undefined).join('; ')
      return {
        term: name,
        text,
        notes: isSigned ? cite.paper([kindOf(kind), numberOurs, day].filter(Boolean).join(' · ')) : cite.staff(),
      }
    })
  return { title: w.part.texts, lines }
}

function people({ record, language, cite }: Writing): PaperSection {
  const w = partnerWords[language]
  const known = (record.partner?.people ?? []).map(({ fromOn, toOn, nameLang, ...person }) => ({
    ...person,
    fromOn: fromOn ?? undefined,
    toOn: toOn ?? undefined,
    nameLang: nameLang ?? undefined,
  }))
  const lines = newestFirst(known as Person[])
    .slice(0, most.people)
    .map((person): PaperLine => {
      const { office, fromOn, toOn, seenOn } = person
      const when =
        fromOn === undefined
          ? w.seen({ seen: formatDate(seenOn, language) })
          : w.since({ from: formatDate(fromOn, language) })
      const until = toOn === undefined ? undefined : w.until({ to: formatDate(toOn, language) })
      const term = w.term[termOn(person, record.on)]
      return {
        term: personName(person),
        text: [officeTitle(language, { office }), term, when, until].filter((part) => part !== undefined).join(' · '),
        notes: cite.of([person.id]),
      }
    })
  return { title: words[language].part.people, lines }
}

/** What is open, for the own head alone: silence and lateness are internal (product principle 7). */
function open({ record, language, cite }: Writing): PaperSection {
  const w = words[language]
  const say = followupWords[language]
  const { nextStep, tasks, waiting, missing, page } = record
  const next =
    nextStep === undefined
      ? w.noNextStep
      : nextStep.reason !== undefined
        ? say.reason[nextStep.reason]
        : ownedBy({ ...nextStep, language })
  const lines: PaperLine[] = [{ term: w.term.next, text: next, notes: cite.staff() }]
  for (const task of tasks.slice(0, most.tasks))
    lines.push({ text: ownedBy({ ...task, language }), lang: 'id', notes: cite.staff() })
  if (tasks.length > most.tasks) lines.push({ text: w.moreTasks({ n: tasks.length - most.tasks }), notes: [] })
  for (const { direction, subject, passedOn, answerBy } of waiting.slice(0, most.letters)) {
    const told = w[direction === 'in' ? 'letterIn' : 'letterOut']({ date: formatDate(passedOn, language), subject })
    const due = answerBy === null ? [] : [say.due({ date: formatDate(answerBy, language) })]
    lines.push({ text: [told, ...due].join(' · '), notes: cite.staff() })
  }
  if (waiting.length > most.letters)
    lines.push({ text: w.moreLetters({ n: waiting.length - most.letters }), notes: [] })
  if (missing > 0) lines.push({ text: w.missing({ n: missing }), notes: cite.law('PP 28/2018') })
  if (page.silentDays !== undefined) lines.push({ text: w.silent({ n: page.silentDays }), notes: cite.staff() })
  return { title: w.part.open, lines }
}

function ownedBy({ what, dueOn, language, ...task }: FollowUp & { language: Language }): string {
  const say = followupWords[language]
  const due = dueOn === undefined ? undefined : say.due({ date: formatDate(dueOn, language) })
  const who = holderText(task, say.comma) ?? say.standing.unowned
  return [what, who, due].filter((part) => part !== undefined).join(' · ')
}

/** What the record itself proposes to speak about: what was left open, never a wish of ours. */
function toRaise({ record, language, cite }: Writing): PaperSection {
  const w = words[language]
  const { page, tasks, nextStep, texts: signed, on } = record
  const lines: PaperLine[] = []
  const unnamed = page.fields.filter(({ sector, name }) => sector === null && name === null).length
  if (unnamed > 0) lines.push({ text: w.raise.unnamed({ n: unnamed }), notes: cite.of([page.relation.id], ['fields']) })
  for (const { what, fromOn } of tasks.filter(({ origin }) => origin === 'asked').slice(0, 3)) {
    lines.push({
      term: w.raise.asked({ date: formatDate(fromOn, language) }),
      text: what ?? '',
      lang: 'id',
      notes: cite.staff(),
    })
  }
  for (const { kind, lastDay } of signed.filter(
    ({ lastDay: last }) => last !== null && last >= on && last <= addDays(on, 365),
  )) {
    const date = formatDate(lastDay ?? on, language)
    lines.push({
      text: w.raise.ending({ text: atStart(textWords[language].texts.kind[kind]), date }),
      notes: cite.staff(),
    })
  }
  if (page.relation.cooperationType === null) lines.push({ text: w.raise.type, notes: cite.staff() })
  if (nextStep === undefined) lines.push({ text: w.raise.next, notes: cite.staff() })
  return { title: w.part.toRaise, lines }
}
