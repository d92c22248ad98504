import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CountLine, type CountLineProps } from './count-line.tsx'

const write = (about: Partial<CountLineProps>) =>
  renderToStaticMarkup(
    <CountLine
      language="id"
      counts={{ offered: 9, named: 6, unnamed: 3 }}
      said={{ offered: 9, named: 6 }}
      level="reported"
      mark={(figure) => <b>{figure}</b>}
      {...about}
    />,
  ).replaceAll(/<\/?(p|span)[^>]*>/g, '')

test('the mark is on our count while it is the source’s', () => {
  expect(write({})).toBe('<b>9 ditawarkan</b> · 6 disebut · 3 belum disebut')
  expect(write({ said: undefined })).toBe('<b>9 ditawarkan</b> · 6 disebut · 3 belum disebut')
})

test('and beside it on the source’s once ours is another', () => {
  const counts = { offered: 8, named: 6, unnamed: 2 }
  expect(write({ counts })).toBe('8 ditawarkan · 6 disebut · 2 belum disebut · menurut berita: <b>9 ditawarkan</b>')
  expect(write({ counts: { offered: 9, named: 9, unnamed: 0 } })).toBe(
    '<b>9 ditawarkan</b> · 9 disebut · menurut berita: <b>6 disebut</b>',
  )
})
