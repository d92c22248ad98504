import { createHash } from 'node:crypto'
import * as briefing from '../src/pages/briefing/contract.ts'
import * as countryPage from '../src/pages/country-page/contract.ts'
import * as partnerPage from '../src/pages/partner-page/contract.ts'
import * as relationPage from '../src/pages/relation-page/contract.ts'
import * as settings from '../src/pages/settings/contract.ts'
import * as tasks from '../src/pages/tasks/contract.ts'
import * as today from '../src/pages/today/contract.ts'
import { addDays } from '../src/shared/dates.ts'
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
import * as sources from '../src/slices/sources/contract.ts'
import { noCalendar } from './calendar-furniture.ts'
import type { Furniture } from './factories.ts'
import { noLetters } from './letter-furniture.ts'
import { noCommitments } from './commitments-furniture.ts'
import { noLinks } from './link-furniture.ts'
import { noMailroom } from './mailroom-furniture.ts'
import { noPapers } from './papers-furniture.ts'
import { noPartner } from './partner-furniture.ts'
import { noPlan } from './plan-furniture.ts'
import { noRecording } from './recording-furniture.ts'
import { noRoom } from './room-furniture.ts'
import { noTasks } from './task-furniture.ts'

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
  sources,
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
  ...noCalendar(),
  ...noMailroom(),
  ...noPapers(),
  ...noPlan(),
  ...noRecording(),
  ...noRoom(),
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
})

/** A day of its own each time, for what a day may hold once. */
let days = 0
const aDay = () => addDays('2060-01-01', days++)
const aLetter = {
  layout: 'surat',
  nature: 'Biasa',
  attachment: '-',
  subject: 'Hal',
  addressee: 'Yth. Menteri',
  body: 'Isi',
  office: 'Wali Kota',
  signatory: 'Nama',
  rank: '',
  copies: '',
  annexTitle: '',
  annex: '',
}
const aMail = { kind: 'lain', correspondent: 'Pengirim', passedOn: '2025-08-01', channel: 'post', subject: 'Hal' }
/** One of the countries of which every furnished region knows something, never the same twice in a row. */
let asked = 0
const aKnownCountry = () => (asked++ % 2 === 0 ? 'JP' : 'KR')
/** A word of letters only. */
const aWord = () =>
  [...newId().replaceAll('-', '')].map((digit) => 'abcdefghijklmnop'.at(Number.parseInt(digit, 16))).join('')

/**
 * A valid input of each endpoint about the records of a region: the caller's own, or another's. A new endpoint without
 * its sample does not compile.
 */
export const inputs = {
  'agenda.exportActivities': ({ relation }) => ({ relation }),
  'agenda.exportFollowUps': ({ relation }) => ({ relation }),
  'partners.exportPartners': () => ({}),
  'corrections.exportCorrections': () => ({}),
  'agenda.listActivities': ({ relation }) => ({ relation }),
  'agenda.listOfRegion': () => ({ limit: 100 }),
  'agenda.readActivity': ({ activitySlug }) => ({ slug: activitySlug }),
  'agenda.proposeRelations': () => ({ words: 'kenari mitra' }),
  'agenda.recordActivity': ({ relation }) => ({
    relations: [relation],
    occurredOn: '2025-08-02',
    place: 'Pendopo',
    about: `Rapat ${newId()}`,
  }),
  'agenda.mendActivity': ({ activity }) => ({ id: activity, rev: 1, place: 'Balai kota' }),
  'agenda.citeActivity': ({ activity }) => ({ id: activity, kind: 'news', outlet: 'Koran' }),
  'agenda.listAgenda': () => ({ when: 'past', limit: 100 }),
  'agenda.listMonth': () => ({ month: '2025-08' }),
  'agenda.readDay': () => ({ day: '2025-08-01' }),
  'agenda.listSeries': () => ({}),
  'agenda.readPlan': ({ meeting }) => ({ id: meeting }),
  'agenda.proposeNext': ({ meeting }) => ({ id: meeting }),
  'agenda.planNext': ({ meeting }) => ({ id: meeting, occurredOn: '2031-06-03', about: `Forum ${newId()}` }),
  'agenda.copyActivity': ({ meeting }) => ({ id: meeting, occurredOn: '2031-06-03', about: `Forum ${newId()}` }),
  'agenda.cancelActivity': ({ meeting }) => ({ id: meeting, rev: 2, reason: 'Ditunda' }),
  'agenda.orderParticipants': ({ meeting, attendee }) => ({ id: meeting, order: [{ id: attendee, rank: 'Sekda' }] }),
  'agenda.beginSeries': ({ activity }) => ({ id: activity, rev: 1, name: `Rakor ${newId()}` }),
  'agenda.joinSeries': ({ meeting }) => ({ id: meeting, rev: 2, series: null }),
  'agenda.mendSeries': ({ series }) => ({ id: series, rev: 1, cadence: 'tahunan' }),
  'agenda.addLine': ({ meeting }) => ({ id: meeting, from: '10:00', minutes: 30, what: 'Paparan' }),
  'agenda.mendLine': ({ rundownLine }) => ({ id: rundownLine, rev: 1, who: 'Sekda' }),
  'agenda.moveLine': ({ rundownLine }) => ({ id: rundownLine, rev: 1, to: 'up' }),
  'agenda.dropLine': ({ rundownLine }) => ({ id: rundownLine, rev: 1 }),
  'agenda.beginChecklist': ({ meeting }) => ({ id: meeting, journey: 'masuk' }),
  'agenda.addItem': ({ meeting }) => ({ id: meeting, words: 'Karangan bunga', days: -1 }),
  'agenda.mendItem': ({ item }) => ({ id: item, rev: 1, done: true }),
  'agenda.dropItem': ({ item }) => ({ id: item, rev: 1 }),
  'agenda.listChecklists': () => ({}),
  'agenda.setTemplateItem': ({ templateItem, templateItemRev }) => ({
    journey: 'masuk',
    item: templateItem,
    rev: templateItemRev,
    days: -5,
  }),
  'agenda.listGifts': () => ({ limit: 100 }),
  'agenda.addGift': ({ meeting }) => ({ id: meeting, direction: 'diberikan', what: 'Batik' }),
  'agenda.mendGift': ({ gift }) => ({ id: gift, rev: 1, reportedOn: '2031-03-05' }),
  'agenda.dropGift': ({ gift }) => ({ id: gift, rev: 1 }),
  'agenda.linkRelation': ({ activity, relation }) => ({ id: activity, relation }),
  'agenda.unlinkRelation': ({ activity, relation }) => ({ id: activity, relation }),
  'agenda.addParticipant': ({ activity, official }) => ({ id: activity, side: 'host', official }),
  'agenda.mendParticipant': ({ participant }) => ({ id: participant, rev: 1, headcount: 12 }),
  'agenda.dropParticipant': ({ participant }) => ({ id: participant, rev: 1 }),
  'agenda.addStatement': ({ activity }) => ({ id: activity, words: 'Menyambut baik.', speaker: 'Ketua rombongan' }),
  'agenda.mendStatement': ({ statement }) => ({ id: statement, rev: 1, words: 'Menyambut dengan baik.' }),
  'agenda.dropStatement': ({ statement }) => ({ id: statement, rev: 1 }),
  'agenda.addPhoto': ({ activity, picture }) => ({ id: activity, file: picture, caption: 'Pendopo, 1 Agustus 2025' }),
  'agenda.dropPhoto': ({ photo }) => ({ id: photo, rev: 1 }),
  'agenda.listPoints': ({ relation }) => ({ relation }),
  'agenda.addPoint': ({ activity }) => ({ id: activity, words: 'Jalan kawasan', theme: 'infrastruktur_penunjang' }),
  'agenda.mendPoint': ({ point }) => ({ id: point, rev: 1, theme: 'lingkungan' }),
  'agenda.dropPoint': ({ point }) => ({ id: point, rev: 1 }),
  'agenda.addTask': ({ activity, unit }) => ({ id: activity, what: 'Menjawab', unit }),
  'agenda.changeTask': ({ task }) => ({ id: task, rev: 1, owner: 'Kepala bidang' }),
  'agenda.endTask': ({ task }) => ({ id: task, rev: 1, outcome: 'done', note: 'Sudah dijawab' }),
  'agenda.closeActivity': ({ activity, relation }) => ({
    id: activity,
    rev: 1,
    nextSteps: [{ subject: relation, reason: 'waiting_partner' }],
  }),
  'agenda.voidActivity': ({ activity }) => ({ id: activity, rev: 1, reason: 'Tercatat dua kali' }),
  'agenda.addParticipants': ({ roomMeeting }) => ({
    id: roomMeeting,
    rows: [{ side: 'guest', name: `Tamu ${newId()}`, organisation: 'Badan Cemara' }],
  }),
  'agenda.markAttendance': ({ attending }) => ({ id: attending, rev: 1, present: false }),
  'agenda.mergeParticipants': ({ attending, sameGuest }) => ({ id: attending, rev: 1, other: sameGuest }),
  'agenda.openDoor': ({ roomMeeting }) => ({ id: roomMeeting, hash: hashOfToken(newId()), language: 'ja' }),
  'agenda.readDoor': ({ roomMeeting }) => ({ id: roomMeeting }),
  'agenda.mendPhoto': ({ photo }) => ({ id: photo, rev: 1, caption: 'Pendopo, 1 Agustus 2025', place: 1 }),
  'agenda.readSummary': ({ roomMeeting }) => ({ id: roomMeeting }),
  'agenda.readSummaryVersion': ({ summaryVersion }) => ({ id: summaryVersion }),
  'agenda.saveSummary': ({ roomMeeting, summaryRev }) => ({
    id: roomMeeting,
    rev: summaryRev,
    blocks: [{ kind: 'pembuka', text: 'Dibuka.' }],
  }),
  'agenda.amendSummary': ({ agreedMeeting }) => ({
    id: agreedMeeting,
    rev: 2,
    blocks: [{ kind: 'pembuka', text: 'Dibuka.' }],
    reason: 'Tanggal keliru',
  }),
  'agenda.shareSummary': ({ summary }) => ({ id: summary, hash: hashOfToken(newId()), party: 'Mitra', language: 'ja' }),
  'agenda.agreeSummary': ({ summary, summaryRev }) => ({
    id: summary,
    rev: summaryRev,
    on: '2025-08-02',
    how: 'surel',
    reference: 'Surel 2 Agustus',
  }),
  'agenda.settleCorrection': ({ answer }) => ({ id: answer, rev: 1 }),
  'agenda.translateSummary': ({ summary }) => ({
    id: summary,
    rev: 0,
    lang: 'en',
    author: 'Penerjemah kota',
    blocks: [{ kind: 'pembuka', text: 'Opened.' }],
  }),
  'agenda.dropTranslation': ({ translation }) => ({ id: translation, rev: 1 }),
  'agenda.listCommitments': ({ openActivity }) => ({ activity: openActivity }),
  'agenda.addCommitment': ({ activity, official }) => ({
    id: activity,
    side: 'ours',
    words: 'Menjaga mutu.',
    official,
  }),
  'agenda.mendCommitment': ({ commitment }) => ({ id: commitment, rev: 1, dueOn: '2026-01' }),
  'agenda.sayCommitmentNews': ({ commitment }) => ({ id: commitment, rev: 1, state: 'done', note: 'Sudah ditepati.' }),
  'agenda.dropCommitmentNews': ({ news }) => ({ id: news, rev: 1 }),
  'agenda.followCommitment': ({ commitment, unit }) => ({ id: commitment, unit }),
  'agenda.voidCommitment': ({ commitment }) => ({ id: commitment, rev: 1, reason: 'Tercatat dua kali' }),
  'agenda.publishCommitment': ({ commitment }) => ({ id: commitment }),
  'agenda.withdrawCommitment': ({ shownCommitment }) => ({ id: shownCommitment }),
  'agenda.publishActivity': ({ activity }) => ({ id: activity }),
  'agenda.withdrawActivity': ({ activity }) => ({ id: activity }),
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
  'briefing.readHandOver': () => ({}),
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
  'tasks.readTask': ({ answered }) => ({ id: answered }),
  'identity.listColleagues': () => ({}),
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
  'ledger.readAct': ({ act }) => ({ id: act }),
  'ledger.undoAct': ({ act }) => ({ id: act }),
  'ledger.verify': () => ({}),
  'letters.listMail': ({ relation }) => ({ direction: 'in', relation }),
  'letters.readMail': ({ mail }) => ({ id: mail }),
  'letters.registerMail': ({ relation }) => ({ direction: 'in', ...aMail, relations: [relation] }),
  'letters.mendMail': ({ mail, mailRev }) => ({ id: mail, rev: mailRev, ...aMail }),
  'letters.cancelMail': ({ mail, mailRev }) => ({ id: mail, rev: mailRev, reason: 'Tercatat dua kali' }),
  'letters.answerMail': ({ mail, mailRev, mailOut }) => ({ id: mail, rev: mailRev, letter: mailOut }),
  'letters.dispose': ({ mail, mailRev, unit }) => ({
    id: mail,
    rev: mailRev,
    office: 'Sekretaris Daerah',
    instruction: 'Siapkan jawaban',
    recipients: [{ unit }],
  }),
  'letters.listRegister': () => ({ book: 'in', year: 2025 }),
  'letters.listThreads': () => ({}),
  'letters.readThread': ({ mailThread }) => ({ id: mailThread }),
  'letters.openThread': ({ mailOut }) => ({ title: 'Perihal', letters: [mailOut] }),
  'letters.mendThread': ({ mailThread }) => ({ id: mailThread, rev: 1, title: 'Perihal lain' }),
  'letters.placeLetter': ({ mailThread, mail }) => ({ id: mailThread, letter: mail }),
  'letters.receiveMail': () => ({ name: 'surel.eml', body: `From: a@contoh.invalid\r\nSubject: ${newId()}\r\n\r\nIsi\r\n` }),
  'letters.readProposal': ({ eml }) => ({ id: eml }),
  'letters.listRouting': () => ({}),
  'letters.mendRoute': ({ otherRouteRev }) => ({
    kind: 'mendagri',
    rev: otherRouteRev,
    attention: 'Sekretaris Jenderal',
    through: '',
    copies: '',
  }),
  'letters.restoreRoute': ({ routeRev }) => ({ kind: 'dprd', rev: routeRev }),
  'letters.listLetters': ({ relation }) => ({ relation }),
  'letters.readLetter': ({ letter }) => ({ id: letter }),
  'letters.prepareLetter': ({ relation }) => ({ relation, kind: 'konsultasi_mendagri', sure: ['kind'] }),
  'letters.mendLetter': ({ letter, letterRev }) => ({ id: letter, rev: letterRev, content: aLetter }),
  'letters.sendLetter': ({ letter, letterRev }) => ({
    id: letter,
    rev: letterRev,
    number: newId(),
    datedOn: '2025-08-01',
    sentOn: '2025-08-01',
    sentBy: 'hand',
    sure: ['content'],
  }),
  'letters.recordReceipt': ({ sentLetter, sentLetterRev }) => ({
    id: sentLetter,
    rev: sentLetterRev,
    receivedOn: '2025-08-01',
  }),
  'letters.cancelLetter': ({ letter, letterRev }) => ({ id: letter, rev: letterRev, reason: 'Salah alamat' }),
  'letters.readWord': ({ letter }) => ({ id: letter }),
  'letters.readPdf': ({ letter }) => ({ id: letter }),
  'letters.readLetterhead': () => ({}),
  'letters.mendLetterhead': ({ letterheadRev }) => ({
    rev: letterheadRev,
    government: 'Pemerintah',
    unit: 'Bagian Kerja Sama',
    address: '',
    contact: '',
    place: 'Tempat',
  }),
  'letters.listTemplates': () => ({}),
  'letters.replaceTemplate': ({ template, templateRev }) => ({
    kind: 'konsultasi_menlu',
    rev: templateRev,
    file: template,
  }),
  'letters.restoreTemplate': ({ templateRev }) => ({ kind: 'konsultasi_menlu', rev: templateRev }),
  'letters.listPapers': ({ activity }) => ({ activity }),
  'letters.readPaperWord': ({ activity }) => ({ activity, kind: 'daftar_hadir' }),
  'letters.readPaperPdf': ({ activity }) => ({ activity, kind: 'notulen' }),
  'letters.closeAsked': ({ partnerLetter, askedFollowUp }) => ({ id: partnerLetter, followUp: askedFollowUp, rev: 1 }),
  'letters.readDelivered': () => ({ kind: 'rancangan_loi' }),
  'oversight.listRegister': () => ({ limit: 100 }),
  'notices.readChoice': () => ({}),
  'notices.choose': () => ({ rev: 0, daily: true, atOnce: false }),
  'notices.putOff': () => ({ line: 'corrections', untilOn: '2027-01-04' }),
  'notices.bringBack': () => ({ line: 'corrections' }),
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
  'reference.checkTable': () => ({ table: 'holidays', year: 2024 + (asked++ % 4) }),
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
  'today.readToday': () => ({}),
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
  const able = (['petugas', 'kepala_bagian', 'admin_daerah', 'auditor'] as const).find((role) => may(role, allow))
  return able ?? 'petugas'
}
