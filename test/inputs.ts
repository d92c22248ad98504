import { createHash } from 'node:crypto'
import * as briefing from '../src/pages/briefing/contract.ts'
import * as countryPage from '../src/pages/country-page/contract.ts'
import * as partnerPage from '../src/pages/partner-page/contract.ts'
import * as relationPage from '../src/pages/relation-page/contract.ts'
import * as settings from '../src/pages/settings/contract.ts'
import * as tasks from '../src/pages/tasks/contract.ts'
import * as today from '../src/pages/today/contract.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { may, type Allow } from '../src/shared/permissions.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import * as calendar from '../src/slices/calendar/contract.ts'
import * as corrections from '../src/slices/corrections/contract.ts'
import * as files from '../src/slices/files/contract.ts'
import * as followup from '../src/slices/followup/contract.ts'
import * as identity from '../src/slices/identity/contract.ts'
import * as ledger from '../src/slices/ledger/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import * as links from '../src/slices/links/contract.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'
import * as notices from '../src/slices/notices/contract.ts'
import * as oversight from '../src/slices/oversight/contract.ts'
import * as partners from '../src/slices/partners/contract.ts'
import * as reference from '../src/slices/reference/contract.ts'
import * as relations from '../src/slices/relations/contract.ts'
import * as sharing from '../src/slices/sharing/contract.ts'
import * as sources from '../src/slices/sources/contract.ts'
import { noCalendar } from './calendar-furniture.ts'
import { noProgrammes, programmeContracts, programmeInputs } from './programme-inputs.ts'
import { agendaInputs } from './agenda-inputs.ts'
import type { Furniture } from './factories.ts'
import { noLetters } from './letter-furniture.ts'
import { noCommitments } from './commitments-furniture.ts'
import { lettersInputs } from './letters-inputs.ts'
import { noLinks } from './link-furniture.ts'
import { noMailroom } from './mailroom-furniture.ts'
import { noPapers } from './papers-furniture.ts'
import { noPartner } from './partner-furniture.ts'
import { noPlan } from './plan-furniture.ts'
import { noRecording } from './recording-furniture.ts'
import { noRoom } from './room-furniture.ts'
import { noSharing } from './sharing-furniture.ts'
import { noTasks } from './task-furniture.ts'

import { aDay, aKnownCountry, aWord, aYear } from './sample-values.ts'

/** Every contract of the product; permissions.test.ts holds src/routes.ts against it. */
const contracts = {
  agenda,
  calendar,
  corrections,
  files,
  followup,
  identity,
  ledger,
  letters,
  links,
  notices,
  oversight,
  reference,
  relations,
  relationPage,
  settings,
  tasks,
  today,
  partners,
  briefing,
  countryPage,
  partnerPage,
  sharing,
  sources,
  ...programmeContracts,
}

type NamesIn<Contract> = {
  [Key in keyof Contract]: Contract[Key] extends { name: infer Name extends string; allow: Allow } ? Name : never
}[keyof Contract]
export type EndpointName = {
  [Slice in keyof typeof contracts]: NamesIn<(typeof contracts)[Slice]>
}[keyof typeof contracts]

/** What an endpoint may be asked about: the records of one region. */
export type Ids = Omit<Furniture, 'tenant'>

/** Ids of nothing, for asking after what is not there. */
export const nowhere = (): Ids => ({
  ...noPartner(newId),
  ...noLetters(),
  ...noCommitments(),
  ...noLinks(),
  ...noProgrammes(),
  ...noCalendar(),
  ...noMailroom(),
  ...noPapers(),
  ...noPlan(),
  ...noRecording(),
  ...noRoom(),
  ...noSharing(),
  ...noTasks(),
  relation: newId(),
  slug: 'tidak-ada',
  relationRev: 1,
  field: newId(),
  fieldRev: 1,
  member: newId(),
  unit: newId(),
  act: newId(),
  unitRev: 1,
  memberRev: 1,
  official: newId(),
  officialRev: 1,
  holiday: newId(),
  holidayRev: 1,
  affair: newId(),
  affairRev: 1,
  regionRev: 1,
  yearRev: 1,
  correction: newId(),
  file: newId(),
  picture: newId(),
  activity: newId(),
  activitySlug: 'tidak-ada',
  participant: newId(),
  statement: newId(),
  photo: newId(),
  point: newId(),
  task: newId(),
  followUp: newId(),
  choiceRev: 0,
})

/** What an endpoint is asked with, for the records of one region. */
export type Samples = Record<string, (ids: Ids) => Record<string, unknown>>

/**
 * A valid input of each endpoint about the records of a region: the caller's own, or another's. A new endpoint without
 * its sample does not compile.
 */
export const inputs = {
  ...agendaInputs,
  ...lettersInputs,
  'partners.exportPartners': () => ({}),
  'corrections.exportCorrections': () => ({}),
  'calendar.listFeeds': () => ({}),
  'calendar.makeFeed': ({ relation }) => ({
    scope: 'relation',
    relation,
    hash: hashOfToken(newId()),
    party: 'Kalender',
    language: 'id',
  }),
  'calendar.revokeFeed': ({ feed }) => ({ id: feed }),
  'calendar.listInvited': ({ plannedMeeting }) => ({ activity: plannedMeeting }),
  'calendar.invite': ({ plannedMeeting }) => ({
    activity: plannedMeeting,
    addresses: 'tamu@contoh.invalid',
    language: 'id',
  }),
  'calendar.withdrawInvitation': ({ invitation }) => ({ id: invitation, rev: 1 }),
  'calendar.readInvitationFile': ({ plannedMeeting }) => ({ activity: plannedMeeting }),
  'briefing.readBriefing': ({ slug }) => ({ slug }),
  'briefing.readPress': ({ activitySlug }) => ({ slug: activitySlug }),
  'briefing.readBriefingWord': ({ slug }) => ({ slug }),
  'briefing.readBriefingPdf': ({ slug }) => ({ slug, also: 'guest' }),
  'briefing.readPressWord': ({ activitySlug }) => ({ slug: activitySlug }),
  'briefing.readPressPdf': ({ activitySlug }) => ({ slug: activitySlug }),
  'briefing.readHandOver': () => ({}),
  'briefing.readHandOverWord': () => ({}),
  'briefing.readHandOverPdf': () => ({}),
  'corrections.listCorrections': () => ({}),
  'corrections.answerCorrection': ({ correction }) => ({ id: correction, rev: 1, state: 'declined', answer: 'Tetap.' }),
  'followup.addFollowUp': ({ activity }) => ({ subject: activity, what: 'Menyusun usulan' }),
  'followup.changeFollowUp': ({ task }) => ({ id: task, rev: 1, what: 'Menyusun usulan baru' }),
  'followup.endFollowUp': ({ task }) => ({ id: task, rev: 1, outcome: 'done', note: 'Sudah dikirim' }),
  'followup.answerFollowUp': ({ task }) => ({ id: task, said: 'running', note: 'Sedang disusun' }),
  'followup.shareFollowUp': ({ task }) => ({
    id: task,
    hash: createHash('sha256').update(newId()).digest('hex'),
    party: 'Dinas Contoh',
    language: 'id',
    days: 14,
  }),
  'followup.readAnswerFile': ({ taskAnswer }) => ({ id: taskAnswer }),
  'followup.countOfMember': ({ member }) => ({ member }),
  'tasks.listTasks': ({ answered }) => ({ after: answered }),
  'tasks.exportTasks': ({ relation }) => ({ relation }),
  'tasks.readTask': ({ answered }) => ({ id: answered }),
  'identity.listColleagues': () => ({}),
  'sharing.readPage': ({ relation }) => ({ relation }),
  'sharing.sharePage': ({ relation }) => ({
    id: relation,
    hash: hashOfToken(newId()),
    party: 'Kedutaan Contoh',
    language: 'ja',
    days: 30,
    parts: ['kerja_sama', 'kegiatan'],
  }),
  'sharing.listAnswers': ({ relation }) => ({ relation }),
  'sharing.settleAnswer': ({ partnerAnswer }) => ({ id: partnerAnswer, rev: 1, state: 'dicatat' }),
  'sharing.followAnswer': ({ partnerAnswer }) => ({ id: partnerAnswer, rev: 1, what: aWord() }),
  'sharing.readAnswerFile': ({ partnerAnswer }) => ({ id: partnerAnswer }),
  'links.listLinks': ({ task }) => ({ subject: task }),
  'links.revokeLink': ({ link }) => ({ id: link, rev: 1 }),
  'files.keepFile': () => ({ name: 'surat.pdf', body: `%PDF-1.4\n${newId()}\n%%EOF\n` }),
  'files.readFile': ({ file }) => ({ id: file }),
  'files.readContent': ({ file }) => ({ id: file }),
  'identity.readSession': () => ({}),
  'identity.endEverySession': () => ({}),
  'identity.listMembers': () => ({}),
  'identity.inviteMember': ({ unit, member }) => ({
    email: `${member}@contoh.invalid`,
    name: 'Anggota baru',
    role: 'petugas',
    unit,
  }),
  'identity.endMember': ({ member }) => ({ id: member }),
  'identity.mendMember': ({ member, memberRev }) => ({ id: member, rev: memberRev, role: 'auditor' }),
  'identity.makeMemberLink': ({ member }) => ({ id: member }),
  'ledger.readHistory': ({ relation }) => ({ subject: relation }),
  'ledger.exportHistory': ({ relation }) => ({ subject: relation }),
  'ledger.readAct': ({ act }) => ({ id: act }),
  'ledger.undoAct': ({ act }) => ({ id: act }),
  'ledger.verify': () => ({}),
  'oversight.listRegister': () => ({ limit: 100 }),
  'notices.readChoice': () => ({}),
  'notices.choose': ({ choiceRev }) => ({ rev: choiceRev, daily: true, atOnce: choiceRev % 2 === 0, reminders: true }),
  'notices.putOff': () => ({ line: `silent:${newId()}`, untilOn: '2027-01-04' }),
  'notices.bringBack': () => ({ line: `silent:${newId()}` }),
  'oversight.exportRegister': () => ({}),
  'partners.listPartners': ({ partner }) => ({ after: partner }),
  'partners.readPartner': ({ partner }) => ({ id: partner }),
  'partners.proposeSame': ({ partnerName }) => ({ name: partnerName.replaceAll(/[<>]/g, '') }),
  'partners.addPartner': () => ({ name: `Kota ${aWord()}`, nativeName: '海辺市', country: 'JP', sure: ['name'] }),
  'partners.mendPartner': ({ partner }) => ({ id: partner, rev: 1, tier: 'city', names: { en: 'Seaside' } }),
  'partners.addAlias': ({ partner }) => ({ id: partner, name: `Ejaan ${aWord()}` }),
  'partners.dropAlias': ({ alias }) => ({ id: alias, rev: 1 }),
  'partners.addPerson': ({ partner }) => ({ id: partner, familyName: 'Duta', office: 'duta_besar', seenOn: '2025' }),
  'partners.mendPerson': ({ person }) => ({ id: person, rev: 1, givenName: 'Nama' }),
  'partners.endPerson': ({ person }) => ({ id: person, rev: 1, toOn: '2026-10' }),
  'partners.addFact': ({ partner }) => ({ id: partner, kind: 'note', words: 'Catatan', occurredOn: '2025' }),
  'partners.mendFact': ({ fact }) => ({ id: fact, rev: 1, words: 'Catatan lain' }),
  'partners.dropFact': ({ fact }) => ({ id: fact, rev: 1 }),
  'partners.listCountries': () => ({}),
  'partners.addCountryFact': () => ({
    country: 'JP',
    kind: 'note',
    words: `Catatan ${aWord()}`,
    occurredOn: '2025',
  }),
  'partners.mendCountryFact': ({ countryFact }) => ({ id: countryFact, rev: 1, words: 'Catatan lain' }),
  'partners.voidCountryFact': ({ countryFact }) => ({ id: countryFact, rev: 1, reason: 'Tercatat dua kali' }),
  'partners.publishCountry': ({ countryFact }) => ({ country: 'JP', facts: [countryFact] }),
  'partners.withdrawCountry': () => ({ country: aKnownCountry() }),
  'country-page.readCountryPage': () => ({ country: 'JP' }),
  'partners.joinPartners': ({ twin, partner }) => ({ id: twin, sameAs: partner }),
  'partners.separatePartners': ({ merged }) => ({ id: merged }),
  'partner-page.readPartnerPage': ({ partnerSlug }) => ({ slug: partnerSlug }),
  ...programmeInputs,
  'reference.readRegion': () => ({}),
  'reference.mendRegion': ({ regionRev }) => ({ rev: regionRev, cutiBersamaCounts: true }),
  'reference.listHolidays': () => ({ year: 2040 }),
  'reference.readDay': () => ({ day: '2027-05-03', countries: 'JP,KR' }),
  'reference.listForeignHolidays': () => ({ country: 'JP', year: 2027 }),
  'reference.setForeignHoliday': () => ({ country: 'JP', day: aDay(), name: 'Libur', rev: 0 }),
  'reference.restoreForeignHoliday': ({ foreignDay }) => ({ id: foreignDay, rev: 1 }),
  'reference.addHoliday': () => ({ day: aDay(), kind: 'daerah', name: 'Hari jadi' }),
  'reference.mendHoliday': ({ holiday, holidayRev }) => ({ id: holiday, rev: holidayRev, name: 'Hari jadi' }),
  'reference.removeHoliday': ({ holiday, holidayRev }) => ({ id: holiday, rev: holidayRev }),
  'reference.mendHolidayYear': ({ yearRev }) => ({ year: 2027, rev: yearRev, complete: false }),
  'reference.importHolidays': ({ yearRev }) => ({
    year: 2027,
    rev: yearRev,
    basis: 'SKB 2026',
    complete: true,
    rows: [{ day: '2027-01-01', kind: 'nasional', name: 'Tahun Baru Masehi' }],
  }),
  'reference.checkTable': () => ({ table: 'holidays', year: aYear() }),
  'reference.listAffairs': () => ({}),
  'reference.addAffair': () => ({ name: `Urusan ${aWord()}`, heading: 'pilihan' }),
  'reference.mendAffair': ({ affair, affairRev }) => ({ id: affair, rev: affairRev, sectors: ['pendidikan'] }),
  'reference.mendUnit': ({ unit, unitRev }) => ({ id: unit, rev: unitRev, shortName: 'BKS' }),
  'reference.removeUnit': ({ unit, unitRev }) => ({ id: unit, rev: unitRev }),
  'reference.mendOfficial': ({ official, officialRev }) => ({ id: official, rev: officialRev, capacity: 'pj' }),
  'reference.endTerm': ({ official, officialRev }) => ({ id: official, rev: officialRev, toOn: '2026-10' }),
  'reference.listUnits': () => ({}),
  'reference.addUnit': () => ({ name: `Dinas ${newId()}`, kind: 'opd' }),
  'reference.listOfficials': () => ({}),
  'reference.addOfficial': () => ({
    name: `Pejabat ${newId()}`,
    office: 'wali_kota',
    capacity: 'plt',
    seenOn: '2025-07',
  }),
  'relations.readRelation': ({ relation }) => ({ id: relation }),
  'relations.listClocks': () => ({}),
  'relations.countRelations': () => ({ q: 'kota' }),
  'relations.exportSilences': () => ({}),
  'relations.listSilences': () => ({}),
  'relations.exportCsv': () => ({}),
  'relations.listRelations': ({ relation }) => ({ after: relation }),
  'relations.listFields': ({ relation }) => ({ id: relation }),
  'relations.findChoices': () => ({ of: 'relation', q: 'kota' }),
  'relations.nameFields': ({ relation }) => ({ id: relation }),
  'relations.mendRelation': ({ relation, relationRev }) => ({ id: relation, rev: relationRev, purpose: 'Maksud' }),
  'relations.addField': ({ relation }) => ({ id: relation, name: `Bidang ${newId()}` }),
  'relations.mendField': ({ field, fieldRev }) => ({ id: field, rev: fieldRev, name: `Bidang ${newId()}` }),
  'relations.readNextStep': ({ relation }) => ({ id: relation }),
  'relations.setNextStep': ({ relation }) => ({ id: relation, what: 'Menulis surat' }),
  'relations.endNextStep': ({ relation, followUp }) => ({ id: relation, step: followUp, rev: 1, outcome: 'done' }),
  'relations.dropField': ({ field, fieldRev }) => ({ id: field, rev: fieldRev }),
  'relations.newRelation': ({ partner }) => ({ partner }),
  'relations.sayInitiative': ({ relation, relationRev }) => ({
    id: relation,
    rev: relationRev,
    initiator: 'partner',
    referral: 'diaspora',
  }),
  'relations.setPartner': ({ unnamed, unnamedRev, partner }) => ({ id: unnamed, rev: unnamedRev, partner }),
  'relations.discontinueRelation': ({ unnamed, unnamedRev }) => ({
    id: unnamed,
    rev: unnamedRev,
    notContinuedOn: '2025-09-01',
    reason: 'Alasan',
  }),
  'relations.resumeRelation': ({ unnamed, unnamedRev }) => ({ id: unnamed, rev: unnamedRev }),
  'relations.beginProcess': ({ renewable }) => ({ id: renewable }),
  'relations.readWork': ({ relation }) => ({ id: relation }),
  'relations.prepareStep': ({ relation }) => ({ id: relation, step: 'penandatanganan' }),
  'relations.recordStep': ({ relation }) => ({ id: relation, step: 'prakarsa', occurredOn: '2025-08-01' }),
  'relations.sendStep': ({ relation }) => ({
    id: relation,
    step: 'verifikasi',
    holder: 'mendagri',
    sentOn: '2025-08-01',
  }),
  'relations.mendStep': ({ stepRow, stepRev }) => ({ id: stepRow, rev: stepRev, note: 'Catatan' }),
  'relations.dropStep': ({ stepRow, stepRev }) => ({ id: stepRow, rev: stepRev }),
  'relations.fileDocument': ({ relation }) => ({ id: relation, kind: 'surat_penawaran', seenAt: 'Lemari' }),
  'relations.listDocuments': ({ relation }) => ({ id: relation }),
  'relations.exportDocuments': ({ relation }) => ({ id: relation }),
  'relations.exportTexts': ({ relation }) => ({ id: relation }),
  'relations.mendDocument': ({ document }) => ({ id: document, rev: 1, reason: 'Alasan', seenAt: 'Lemari' }),
  'relations.voidDocument': ({ document }) => ({ id: document, rev: 1, reason: 'Alasan' }),
  'relations.recordText': ({ relation }) => ({ id: relation, kind: 'mou', title: 'Naskah' }),
  'relations.listTexts': ({ relation }) => ({ id: relation }),
  'relations.mendText': ({ text }) => ({ id: text, rev: 1, title: 'Naskah' }),
  'relations.voidText': ({ text }) => ({ id: text, rev: 1, reason: 'Alasan' }),
  'relations.readPlan': ({ relation }) => ({ id: relation }),
  'relations.writePlan': ({ relation, planRev }) => ({ id: relation, rev: planRev, elements: { objek: 'Objek' } }),
  'relations.answerEligibility': ({ relation }) => ({ id: relation, item: 'e4', answer: 'met' }),
  'relations.publishRelation': ({ relation }) => ({ id: relation, parts: ['bidang'] }),
  'relations.withdrawRelation': ({ relation }) => ({ id: relation }),
  'relation-page.readRelationPage': ({ slug }) => ({ slug }),
  'sources.listSources': () => ({}),
  'sources.addSource': () => ({ kind: 'news', outlet: 'Harian', title: `Berita ${aWord()}` }),
  'sources.readSource': ({ source }) => ({ id: source }),
  'sources.mendSource': ({ source }) => ({ id: source, rev: 1, editor: 'Redaktur' }),
  'sources.pasteText': ({ untold }) => ({ id: untold, text: `Naskah contoh ${aWord()}` }),
  'sources.readSheet': ({ partner }) => ({ subject: partner, field: 'country' }),
  'sources.listDifferences': ({ partner }) => ({ subject: partner }),
  'sources.addProvenance': ({ partner, source }) => ({ subject: partner, field: 'tier', source }),
  'sources.dropProvenance': ({ line }) => ({ id: line, rev: 1 }),
  'sources.judge': ({ partner, line }) => ({ subject: partner, field: 'country', line, reason: 'Alasan' }),
  'settings.readPreparation': () => ({}),
  'settings.exportHolidays': () => ({ year: 2040 }),
  'settings.exportUnits': () => ({}),
  'settings.exportOfficials': () => ({}),
  'settings.exportAffairs': () => ({}),
  'settings.exportMembers': () => ({}),
  'today.readToday': () => ({}),
  'today.exportToday': () => ({}),
} satisfies Record<EndpointName, (ids: Ids) => Record<string, unknown>>

/** The sample of an endpoint that is known by its name only. */
export function inputOf(endpoint: Pick<Endpoint, 'name'>, ids: Ids): Record<string, unknown> {
  return inputs[endpoint.name as EndpointName](ids)
}

/** Whether an endpoint is asked about a record at all; one that is not has no other region's record to refuse. */
export function takesId({ name }: Pick<Endpoint, 'name'>): boolean {
  const records = Object.entries(nowhere()).filter(([, value]) => typeof value === 'string')
  const marked = { ...nowhere(), ...Object.fromEntries(records.map(([key]) => [key, `<${key}>`])) }
  return /<\w+>/.test(JSON.stringify(inputs[name as EndpointName](marked)))
}

/** Somebody of a region who may ask: the officer, unless the endpoint is another's. */
export function whoAsks({ allow }: Pick<Endpoint, 'allow'>) {
  const able = (['petugas', 'kepala_bagian', 'admin_daerah', 'auditor', 'opd'] as const).find((role) =>
    may(role, allow),
  )
  return able ?? 'petugas'
}
