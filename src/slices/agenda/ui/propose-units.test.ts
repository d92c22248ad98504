import { describe, expect, test } from 'vitest'
import { affairsOfTheme, themes } from '../model.ts'
import { proposeUnits } from './propose-units.ts'

const unit = (name: string) => ({ id: name, name })
const affair = (code: string, name: string, charged: string | null = null) => ({ code, name, unit: charged })
const units = ['Bagian Kerja Sama', 'Dinas Lingkungan Hidup', 'Dinas Ketenagakerjaan', 'Satuan Polisi'].map(unit)
const affairs = [
  affair('lingkungan_hidup', 'Lingkungan hidup'),
  affair('tenaga_kerja', 'Tenaga kerja'),
  affair('ketenteraman', 'Ketenteraman dan ketertiban umum', 'Satuan Polisi'),
]
const proposed = (theme: Parameters<typeof proposeUnits>[0]) =>
  proposeUnits(theme, { units, affairs }).map(({ name }) => name)

describe('who usually answers a theme', () => {
  test('is whoever the region put in charge, then whoever carries the name of the affair', () => {
    expect(proposed('keamanan_ketertiban')).toEqual(['Satuan Polisi'])
    expect(proposed('ketenagakerjaan_vokasi')).toEqual(['Dinas Ketenagakerjaan'])
    expect(proposed('layanan_dasar')).toEqual(['Satuan Polisi', 'Dinas Lingkungan Hidup'])
  })

  test('is nobody where no theme is said or no body fits', () => {
    expect(proposed(undefined)).toEqual([])
    expect(proposed('pajak_retribusi')).toEqual([])
  })

  test('every theme has affairs by which somebody may be proposed', () => {
    for (const theme of themes) expect(affairsOfTheme[theme].length, theme).toBeGreaterThan(0)
  })
})
