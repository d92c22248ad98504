// Indonesian for the words that React Aria says itself: labels of its own buttons and what a screen reader hears.
// One export for each dictionary (aria-indonesian.ts); keys are React Aria's. Indonesian has no plural form.
type Say = { number: (value: number) => string }
type Count = { count: number }
type Dated = { date: string }

export const autocomplete = { collectionLabel: 'Saran' }

export const breadcrumbs = { breadcrumbs: 'Jejak halaman' }

export const calendar = {
  previous: 'Sebelumnya',
  next: 'Berikutnya',
  selectedDateDescription: ({ date }: Dated) => `Tanggal terpilih: ${date}`,
  selectedRangeDescription: ({ dateRange }: { dateRange: string }) => `Rentang terpilih: ${dateRange}`,
  todayDate: ({ date }: Dated) => `Hari ini, ${date}`,
  todayDateSelected: ({ date }: Dated) => `Hari ini, ${date}, terpilih`,
  dateSelected: ({ date }: Dated) => `${date}, terpilih`,
  startRangeSelectionPrompt: 'Klik untuk memilih awal rentang tanggal',
  finishRangeSelectionPrompt: 'Klik untuk memilih akhir rentang tanggal',
  minimumDate: 'Tanggal paling awal yang dapat dipilih',
  maximumDate: 'Tanggal paling akhir yang dapat dipilih',
  dateRange: ({ startDate, endDate }: { startDate: string; endDate: string }) => `${startDate} sampai ${endDate}`,
}

type Focused = {
  isGroupChange: boolean
  groupTitle: string
  groupCount: number
  optionText: string
  isSelected: boolean
}

export const combobox = {
  focusAnnouncement: ({ isGroupChange, groupTitle, groupCount, optionText, isSelected }: Focused, say: Say) =>
    (isGroupChange ? `Masuk kelompok ${groupTitle}, ${say.number(groupCount)} pilihan. ` : '') +
    optionText +
    (isSelected ? ', terpilih' : ''),
  countAnnouncement: ({ optionCount }: { optionCount: number }, say: Say) => `${say.number(optionCount)} pilihan.`,
  selectedAnnouncement: ({ optionText }: { optionText: string }) => `${optionText}, terpilih`,
  buttonLabel: 'Tampilkan pilihan',
  listboxLabel: 'Pilihan',
}

export const components = {
  selectPlaceholder: 'Pilih',
  tableResizer: 'Pengatur lebar kolom',
  dropzoneLabel: 'Tempat meletakkan berkas',
  colorSwatchPicker: 'Contoh warna',
}

export const datepicker = {
  era: 'era',
  year: 'tahun',
  month: 'bulan',
  day: 'tanggal',
  hour: 'jam',
  minute: 'menit',
  second: 'detik',
  dayPeriod: 'AM/PM',
  calendar: 'Kalender',
  startDate: 'Tanggal mulai',
  endDate: 'Tanggal selesai',
  weekday: 'hari',
  timeZoneName: 'zona waktu',
  selectedDateDescription: ({ date }: Dated) => `Tanggal terpilih: ${date}`,
  selectedRangeDescription: ({ startDate, endDate }: { startDate: string; endDate: string }) =>
    `Rentang terpilih: ${startDate} sampai ${endDate}`,
  selectedTimeDescription: ({ time }: { time: string }) => `Waktu terpilih: ${time}`,
}

export const datepickerState = {
  rangeUnderflow: ({ minValue }: { minValue: string }) => `Isi ${minValue} atau sesudahnya.`,
  rangeOverflow: ({ maxValue }: { maxValue: string }) => `Isi ${maxValue} atau sebelumnya.`,
  rangeReversed: 'Tanggal mulai harus sebelum tanggal selesai.',
  unavailableDate: 'Tanggal ini tidak dapat dipilih.',
}

export const grid = {
  deselectedItem: ({ item }: { item: string }) => `${item} tidak dipilih.`,
  select: 'Pilih',
  selectedCount: ({ count }: Count, say: Say) =>
    count === 0 ? 'Tidak ada yang dipilih.' : `${say.number(count)} dipilih.`,
  selectedAll: 'Semua dipilih.',
  selectedItem: ({ item }: { item: string }) => `${item} dipilih.`,
  longPressToSelect: 'Tekan lama untuk mulai memilih.',
}

export const menu = { longPressMessage: 'Tekan lama, atau tekan Alt dan panah bawah, untuk membuka menu' }

export const numberfield = {
  decrease: ({ fieldLabel }: { fieldLabel: string }) => `Kurangi ${fieldLabel}`,
  increase: ({ fieldLabel }: { fieldLabel: string }) => `Tambah ${fieldLabel}`,
  numberField: 'Isian angka',
}

export const overlays = { dismiss: 'Tutup' }

export const searchfield = { 'Clear search': 'Kosongkan pencarian' }

export const spinbutton = { Empty: 'Kosong' }

export const table = {
  select: 'Pilih',
  selectAll: 'Pilih semua',
  sortable: 'kolom dapat diurutkan',
  ascending: 'naik',
  descending: 'turun',
  ascendingSort: ({ columnName }: { columnName: string }) => `diurutkan naik menurut kolom ${columnName}`,
  descendingSort: ({ columnName }: { columnName: string }) => `diurutkan turun menurut kolom ${columnName}`,
  columnSize: ({ value }: { value: number }) => `${value} piksel`,
  resizerDescription: 'Tekan Enter untuk mulai mengatur lebar',
  expand: 'Buka',
  collapse: 'Lipat',
}

export const tag = { removeDescription: 'Tekan Delete untuk menghapus.', removeButtonLabel: 'Hapus' }

export const toast = {
  close: 'Tutup',
  notifications: ({ count }: Count, say: Say) => `${say.number(count)} pemberitahuan.`,
}

export const tree = { expand: 'Buka', collapse: 'Lipat' }
