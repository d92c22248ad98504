import { matchPath } from 'react-router'

/** The parts of the program that pages are made of, each fetched when its page is first opened. */
export const parts = {
  today: async () => (await import('../pages/today/ui/today-page.tsx')).TodayPage,
  list: async () => (await import('../slices/relations/ui/list-page.tsx')).RelationListPage,
  relation: async () => (await import('../pages/relation-page/ui/relation-page.tsx')).RelationPage,
  summary: async () => (await import('../pages/relation-page/ui/summary-tab.tsx')).SummaryTab,
  fields: async () => (await import('../pages/relation-page/ui/fields-tab.tsx')).FieldsTab,
  activities: async () => (await import('../pages/relation-page/ui/activities-tab.tsx')).ActivitiesTab,
  people: async () => (await import('../pages/relation-page/ui/people-tab.tsx')).PeopleTab,
  history: async () => (await import('../pages/relation-page/ui/history-tab.tsx')).HistoryTab,
  texts: async () => (await import('../pages/relation-page/ui/texts-tab.tsx')).TextsTab,
  recordStep: async () => (await import('../pages/relation-page/ui/record-page.tsx')).RecordPage,
  sendStep: async () => (await import('../pages/relation-page/ui/send-page.tsx')).SendPage,
  publish: async () => (await import('../pages/relation-page/ui/publish-page.tsx')).PublishPage,
  corrections: async () => (await import('../slices/corrections/ui/corrections-page.tsx')).CorrectionsPage,
  settings: async () => (await import('../pages/settings/ui/settings-page.tsx')).SettingsPage,
  preparation: async () => (await import('../pages/settings/ui/preparation-page.tsx')).PreparationPage,
  holidays: async () => (await import('../pages/settings/ui/holidays-page.tsx')).HolidaysPage,
  affairs: async () => (await import('../pages/settings/ui/affairs-page.tsx')).AffairsPage,
  units: async () => (await import('../pages/settings/ui/units-page.tsx')).UnitsPage,
  officials: async () => (await import('../pages/settings/ui/officials-page.tsx')).OfficialsPage,
  letterSettings: async () => (await import('../slices/letters/ui/letter-settings.tsx')).LetterSettings,
  mailroom: async () => (await import('../slices/letters/ui/mailroom/mailroom-page.tsx')).MailroomPage,
  registerMail: async () => (await import('../slices/letters/ui/mailroom/register-page.tsx')).RegisterPage,
  mail: async () => (await import('../slices/letters/ui/mailroom/mail-page.tsx')).MailPage,
  dispositionSheet: async () => (await import('../slices/letters/ui/mailroom/disposition-sheet.tsx')).DispositionSheet,
  mailThread: async () => (await import('../slices/letters/ui/mailroom/thread-page.tsx')).ThreadPage,
  writeLetter: async () => (await import('../slices/letters/ui/write-page.tsx')).WritePage,
  letter: async () => (await import('../slices/letters/ui/letter-page.tsx')).LetterPage,
  notices: async () => (await import('../slices/notices/ui/notices-page.tsx')).NoticesPage,
  silence: async () => (await import('../slices/relations/ui/silence-page.tsx')).SilencePage,
  members: async () => (await import('../pages/settings/ui/members-page.tsx')).MembersPage,
  agenda: async () => (await import('../slices/agenda/ui/plan/agenda-page.tsx')).AgendaPage,
  checklists: async () => (await import('../slices/agenda/ui/plan/checklist-settings.tsx')).ChecklistSettings,
  recordPage: async () => (await import('../slices/agenda/ui/record-page.tsx')).RecordPage,
  tasks: async () => (await import('../pages/tasks/ui/tasks-page.tsx')).TasksPage,
  task: async () => (await import('../pages/tasks/ui/task-page.tsx')).TaskPage,
  recordTask: async () => (await import('../pages/tasks/ui/record-task.tsx')).RecordTaskPage,
  recordRelation: async () => (await import('../slices/agenda/ui/record-relation.tsx')).RecordRelationPage,
  takeFromFile: async () => (await import('../slices/calendar/ui/take-from-file.tsx')).TakeFromFile,
  calendarFeeds: async () => (await import('../slices/calendar/ui/feeds-page.tsx')).FeedsPage,
  door: async () => (await import('../slices/agenda/ui/room/door-page.tsx')).DoorPage,
  minutes: async () => (await import('../slices/agenda/ui/room/minutes-page.tsx')).MinutesPage,
  activity: async () => (await import('../pages/activity-page/ui/activity-page.tsx')).ActivityPage,
  partners: async () => (await import('../slices/partners/ui/list-page.tsx')).PartnerListPage,
  partner: async () => (await import('../pages/partner-page/ui/partner-page.tsx')).PartnerPage,
  country: async () => (await import('../pages/country-page/ui/country-page.tsx')).CountryPage,
  briefing: async () => (await import('../pages/briefing/ui/briefing-page.tsx')).BriefingPage,
  press: async () => (await import('../pages/briefing/ui/press-page.tsx')).PressPage,
  handOver: async () => (await import('../pages/briefing/ui/hand-over-page.tsx')).HandOverPage,
  publishCountry: async () => (await import('../pages/country-page/ui/publish-page.tsx')).PublishCountryPage,
  source: async () => (await import('../slices/sources/ui/source-page.tsx')).SourcePage,
  register: async () => (await import('./register-page.tsx')).RegisterPage,
}

type Part = keyof typeof parts

const partsOf: Record<string, readonly Part[]> = {
  '/': ['today'],
  '/kerja-sama': ['list'],
  '/kerja-sama/:slug': ['relation', 'summary'],
  '/kerja-sama/:slug/bidang': ['relation', 'fields'],
  '/kerja-sama/:slug/kegiatan': ['relation', 'activities'],
  '/kerja-sama/:slug/orang': ['relation', 'people'],
  '/kerja-sama/:slug/riwayat': ['relation', 'history'],
  '/kerja-sama/:slug/naskah': ['relation', 'texts'],
  '/kerja-sama/:slug/catat': ['recordStep'],
  '/kerja-sama/:slug/kirim': ['sendStep'],
  '/kerja-sama/:slug/terbitkan': ['publish'],
  '/kata-pembaca': ['corrections'],
  '/pengaturan/persiapan': ['settings', 'preparation'],
  '/pengaturan/hari-libur': ['settings', 'holidays'],
  '/pengaturan/kalender': ['settings', 'calendarFeeds'],
  '/pengaturan/urusan': ['settings', 'affairs'],
  '/pengaturan/perangkat': ['settings', 'units'],
  '/pengaturan/pejabat': ['settings', 'officials'],
  '/pengaturan/surat': ['settings', 'letterSettings'],
  '/surat': ['mailroom'],
  '/surat/catat': ['registerMail'],
  '/surat/catatan/:id': ['mail'],
  '/surat/catatan/:id/disposisi': ['dispositionSheet'],
  '/surat/utas/:id': ['mailThread'],
  '/surat/tulis': ['writeLetter'],
  '/surat/:id': ['letter'],
  '/pengaturan/pengguna': ['settings', 'members'],
  '/pengaturan/pemberitahuan': ['settings', 'notices'],
  '/tidak-ada-kabar': ['silence'],
  '/agenda': ['agenda'],
  '/pengaturan/persiapan-kunjungan': ['settings', 'checklists'],
  '/catat': ['recordPage'],
  '/catat/kerja-sama': ['recordRelation'],
  '/catat/kalender': ['takeFromFile'],
  '/catat/tindak-lanjut': ['recordTask'],
  '/tindak-lanjut': ['tasks'],
  '/tindak-lanjut/:id': ['task'],
  '/kegiatan/:slug': ['activity'],
  '/kegiatan/:slug/pintu': ['door'],
  '/kegiatan/:slug/notulen': ['minutes'],
  '/mitra': ['partners'],
  '/mitra/:slug': ['partner'],
  '/kerja-sama/:slug/bahan': ['briefing'],
  '/kegiatan/:slug/siaran-pers': ['press'],
  '/serah-terima': ['handOver'],
  '/negara/:code': ['country'],
  '/negara/:code/terbitkan': ['publishCountry'],
  '/sumber/:id': ['source'],
  '/register': ['register'],
}

/** Where the workspace stands under the portal's address. */
export const basename = '/kerja'

/** Which parts the page at an address of the workspace is made of; none for an unknown address. */
export function partsAt(pathname: string): readonly Part[] {
  return Object.entries(partsOf).find(([path]) => matchPath(basename + path, pathname) !== null)?.[1] ?? []
}

/** Fetches what the page at an address is made of; false while it cannot be had. */
export async function fetchParts(pathname: string): Promise<boolean> {
  const fetched = await Promise.allSettled(partsAt(pathname).map(async (part) => await parts[part]()))
  return fetched.every(({ status }) => status === 'fulfilled')
}
