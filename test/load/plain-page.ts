// A page with a table of 25 rows as React alone draws it, from its one query.
import { createElement as h } from 'react'
import { renderToString } from 'react-dom/server'

export interface Shown {
  title: string
  document: {
    partner: { country: string; kind: string } | null
    region: { name: string }
    fields: { sector: string }[]
  }
  slug: string
}

export function drawPage(rows: readonly Shown[]): string {
  const cells = ({ title, slug, document: { partner, region, fields } }: Shown) =>
    [title, region.name, partner?.country, partner?.kind, fields.map(({ sector }) => sector).join(', '), slug].map(
      (text, at) =>
        h('td', { key: at, className: 'cell' }, at === 0 ? h('a', { href: `/id/kerja-sama/${slug}` }, text) : text),
    )
  const table = h(
    'table',
    null,
    h(
      'tbody',
      null,
      rows.map((row) => h('tr', { key: row.slug }, cells(row))),
    ),
  )
  return `<!doctype html>${renderToString(h('html', { lang: 'id' }, h('head', null, h('title', null, 'Contoh')), h('body', null, h('main', null, table))))}`
}
