import type { ComponentType } from 'react'
import type { Page } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import type { PublicLine } from '../sources/model.ts'
import { words as sourceWords } from '../sources/messages/words.gen.ts'
import { textIn, type PublishedService } from './model.ts'
import { words } from './messages/words.gen.ts'

/** How one line of a source sheet is drawn everywhere. */
export type SheetOf = ComponentType<{ line: PublicLine; language: Language }>

/** Where what is said of a service comes from: whose words, on which day, in which article. */
export function sourcePage(
  language: Language,
  { service, Sheet }: { service: PublishedService; Sheet: SheetOf },
): Page {
  if (service.provenance.length === 0) throw new Failure('not_found')
  const { page } = words[language]
  const w = sourceWords[language]
  const { title, lang } = textIn(language, service.texts)
  return {
    title: page.sourceOf({ what: title }),
    region: { slug: service.region.slug, name: nameIn(language, service.region) },
    entry: 'programmes',
    body: (
      <article className="source">
        <p className="key">
          <a href={`/${language}/program/layanan/${service.slug}`}>{page.back({ title })}</a>
        </p>
        <h1 className="gap">{w.heading}</h1>
        <p className="status gap">
          <bdi lang={lang}>{title}</bdi>
        </p>
        {service.provenance.map((line) => (
          <Sheet key={line.id} line={line} language={language} />
        ))}
        <p className="key gap3">{w.summaryNote}</p>
      </article>
    ),
  }
}
