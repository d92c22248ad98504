import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  foldForSearch,
  hasIdentityNumber,
  lengthOf,
  nameFault,
  noteLimit,
  tidyName,
  tidyText,
  titleLimit,
} from './text.ts'

const between = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code))
const latin = fc.oneof(between(0x41, 0x5a), between(0x61, 0x7a), between(0xc0, 0x17f))
const kana = between(0x3041, 0x30fe)
const kanji = fc.oneof(between(0x4e00, 0x9fff), between(0x20000, 0x2a6df))
const hangul = between(0xac00, 0xd7a3)
const mark = between(0x300, 0x36f)
// the space keeps the two half surrogates apart
const nasty = fc.constantFrom(
  ...Array.from('\0\r\n\t\v\f\u0085\u009f\u2028\u200b\u202e\u2066\ufeff\u3000\ud800 \udc00\u3099ﾞ'),
)
const anyText = fc
  .array(fc.oneof(latin, kana, kanji, hangul, mark, nasty), { maxLength: 40 })
  .map((all) => all.join(''))
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
const anything = fc.oneof(anyText, anyUnits, fc.string({ unit: 'binary' }))

describe('tidyText', () => {
  test('done twice changes nothing more', () => {
    fc.assert(
      fc.property(anything, (text) => tidyText(tidyText(text)) === tidyText(text)),
      { numRuns: 2000 },
    )
  })
  test('leaves text that can be stored and compared', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const tidy = tidyText(text)
        expect(tidy.isWellFormed()).toBe(true)
        expect(tidy.normalize('NFC')).toBe(tidy)
        expect(tidy.trim()).toBe(tidy)
        const codes = [...tidy].map((char) => char.codePointAt(0) ?? 0)
        expect(codes.filter((code) => (code < 32 && code !== 9 && code !== 10) || (code > 126 && code < 160))).toEqual(
          [],
        )
      }),
    )
  })
  test('keeps every letter of the four scripts', () => {
    const letters = fc.array(fc.oneof(latin, kana, kanji, hangul), { minLength: 1 }).map((all) => all.join(''))
    fc.assert(fc.property(letters, (text) => tidyText(text) === text.normalize('NFC')))
  })
  test('keeps lines and tabs, whatever the line ends were', () => {
    expect(tidyText('  satu\r\ndua\rtiga\u2028empat\flima\tenam\n ')).toBe('satu\ndua\ntiga\nempat\nlima\tenam')
    expect(tidyText('Izu\0mi\u0007sano\u009b')).toBe('Izumisano')
    expect(tidyText('Izumi\ufffesano\uffff\ufdd0')).toBe('Izumisano') // one would make a spreadsheet unreadable
  })
  test('composes and repairs', () => {
    expect(tidyText('O\u0304saka')).toBe('Ōsaka')
    expect(tidyText('a\ud800b')).toBe('a\ufffdb')
    expect(tidyText('e\0\u0301')).toBe('é')
  })
})

describe('tidyName', () => {
  test('is one line without double spaces, and stable', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const name = tidyName(text)
        expect(tidyName(name)).toBe(name)
        expect(/\p{White_Space}{2}|[^\P{White_Space} ]/u.test(name)).toBe(false)
      }),
      { numRuns: 1000 },
    )
    expect(tidyName(' Kota\u3000\n Bekasi\u00a0Timur ')).toBe('Kota Bekasi Timur')
  })
  test('does not hide a zero-width mark from nameFault', () => {
    expect(nameFault(tidyName('Kota\ufeffBekasi'))).toBe('control')
  })
})

describe('nameFault', () => {
  test.each(['Kota Bekasi', '泉佐野市', '브카시시', 'Dr. Tri Adhianto', 'क्\u200dष', '辻\u{e0100}', '𠮷野'])(
    'accepts %s',
    (name) => {
      expect(nameFault(name)).toBeUndefined()
    },
  )
  test.each(['', ' ', '\u3000', '\u3164', '\u00ad'])('calls %j empty', (name) => {
    expect(nameFault(name)).toBe('empty')
  })
  test('counts code points', () => {
    expect(nameFault('市'.repeat(titleLimit))).toBeUndefined()
    expect(nameFault('市'.repeat(titleLimit + 1))).toBe('too_long')
    expect(nameFault('𠮷'.repeat(titleLimit))).toBeUndefined()
    expect(lengthOf('𠮷'.repeat(noteLimit))).toBe(noteLimit)
  })
  test('refuses every direction override, wherever it stands', () => {
    const override = fc.oneof(between(0x202a, 0x202e), between(0x2066, 0x2069), between(0x200e, 0x200f))
    const word = fc.array(fc.oneof(latin, kana, kanji, hangul), { maxLength: 10 }).map((all) => all.join(''))
    fc.assert(
      fc.property(word, override, word, (before, sign, after) => {
        expect(nameFault(before + sign + after)).toBe('direction_override')
        expect(nameFault(tidyName(before + sign + after))).toBe('direction_override')
      }),
    )
  })
  test.each(['\u200b', '\u2060', '\ufeff', '\0', '\n', '\u0085', '\ud800', '\udc00'])('refuses %j inside', (sign) => {
    expect(nameFault(`Kota${sign}Bekasi`)).toBe('control')
  })
})

describe('foldForSearch', () => {
  test.each([
    ['Ōsaka', 'osaka'],
    ['O\u0304SAKA', 'osaka'],
    ['Kyūshū', 'kyushu'],
    ['ＢＥＫＡＳＩ ２０２５', 'bekasi 2025'],
    ['ｶﾞｽ', 'ガス'],
    ['泉佐野市', '泉佐野市'],
    ['が', 'が'],
    ['か\u3099', 'が'],
    ['브카시', '브카시'],
    ['\u1107\u1173', '브'],
    ['İzmir', 'izmir'],
  ])('%s → %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded)
  })
  test('tells か from が and アル from アール', () => {
    expect(foldForSearch('か')).not.toBe(foldForSearch('が'))
    expect(foldForSearch('アル')).not.toBe(foldForSearch('アール'))
  })
  test('keeps kana, kanji and hangul', () => {
    const modernKana = fc.oneof(between(0x3041, 0x3096), between(0x30a1, 0x30fa))
    const letters = fc.array(fc.oneof(modernKana, kanji, hangul)).map((all) => all.join(''))
    fc.assert(fc.property(letters, (text) => foldForSearch(text) === text.normalize('NFKC')))
  })
  test('finds a text whatever its case, width and composition, and is stable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldForSearch(text)
        expect(foldForSearch(folded)).toBe(folded)
        expect(foldForSearch(text.normalize('NFD'))).toBe(folded)
        expect(foldForSearch(text.normalize('NFC'))).toBe(folded)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('hasIdentityNumber', () => {
  test.each([
    '3216012345678901',
    'NIK3216010101900001',
    'NIK 3216 0123 4567 8901',
    '3216-0101-0190-0001',
    '3275 - 0112 - 3456 - 7890',
    '32.16.01.234567.8901',
    '32.75.01.12.03.05.2001',
    '3275.0112.3456.7890',
    '3275/0112/3456/7890',
    '3275:0112:3456:7890',
    '3275 0112\n3456 7890',
    '3275\u200b0112\u200b3456\u200b7890',
    '3275\u00ad0112\u2060\u202e3456\ufeff7890',
    '３２７５０１１２３４５６７８９０',
    '٣٢٧٥٠١١٢٣٤٥٦٧٨٩٠',
    '३२७५ ०११२ ३४५६ ७८९०',
    '𝟑𝟐𝟕𝟓𝟎𝟏𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎',
    '三二七五〇一一二三四五六七八九〇',
    'KK 3275011234567890, 12/06/2024',
    'Rp 3.275.011.234.567.890',
    '2001 2002 2003 2004 dan 3275011234567890',
  ])('%j is shaped like one', (text) => {
    expect(hasIdentityNumber(text)).toBe(true)
  })
  test.each([
    '',
    '081234567890',
    '123456789012345',
    '12345678901234567',
    '0010-121500000011117',
    'IZIN-2026/04/001',
    'SK 123/456/2024',
    '12 Juni 2024 sampai 30 Juni 2024',
    '2024-06-12/2024-06-30',
    '22/11/2026 08.00-10.00',
    '2026-11-22 08:00:15–10:00:15',
    '2021, 2022, 2023, 2024',
    '+62 812-3456-7890 / +81 90-1234-5678',
    '+62 812-3456-7890 +81 90-1234-5678',
    '01920338-7030-7509-8123-456789012345',
    'Rp 1.000.000.000 – 2.000.000.000',
  ])('%j is not', (text) => {
    expect(hasIdentityNumber(text)).toBe(false)
  })
  test('twenty thousand figures and signs are read at once', () => {
    for (const part of ['1 ', '- ', '1 - ', '2024 ', '12']) {
      expect(hasIdentityNumber(`${part.repeat(noteLimit / part.length)}x`), part).toBe(
        part !== '12' && part !== '2024 ' && part !== '- ',
      )
    }
  })
})
