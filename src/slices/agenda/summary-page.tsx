import type { ReactNode } from 'react'
import type { Page } from '../../platform/portal.ts'
import type { Failure, FieldFault } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { LongTextField, TextField } from '../../ui/marks/field.tsx'
import { faultWords } from './door-page.tsx'
import { words } from './messages/words.gen.ts'
import { writeWhen } from './model.ts'
import { blockKey, type Block } from './summary-model.ts'
import type { SharedSummary } from './summary-read.ts'
import { languageName } from './summary-words.ts'

export interface ConfirmForm {
  /** The act of the form. */
  id: string
  name?: string
  role?: string
  corrections?: readonly { block: string; text: string }[]
  said?: 'sesuai' | 'koreksi' | undefined
  faults?: {
    name?: FieldFault | undefined
    role?: FieldFault | undefined
    block?: { id: string; fault: FieldFault } | undefined
  }
  problem?: 'changed' | 'nothing' | 'both' | 'full' | 'again'
  failure?: Failure
}

interface Confirm {
  shared: SharedSummary
  region: { slug: string; name: string }
  path: string
  form: ConfirmForm
}

/** The page on which a partner reads a summary: labels in her language, the text as written, what she may say of it. */
export function confirmPage(language: Language, { shared, region, path, form }: Confirm): Page {
  const { confirm: w, ...room } = words[language].room
  const { about, place, occurred_on, ended_on, state, agreed_on } = shared
  const isAgreed = state === 'disepakati' && agreed_on !== null
  return {
    title: room.summary,
    region,
    body: (
      <article className="sec strong">
        <h1>{room.summary}</h1>
        <p className="gap">
          <b>
            <bdi>{about}</bdi>
          </b>
        </p>
        <p>
          {writeWhen(language, { occurredOn: occurred_on, endedOn: ended_on })}
          {place !== null && (
            <>
              {words[language].comma}
              <bdi>{place}</bdi>
            </>
          )}
        </p>
        {form.said !== undefined && (
          <p className="note gap" role="status">
            {form.said === 'sesuai' ? w.thanksAgree : w.thanksCorrect}
          </p>
        )}
        {isAgreed && <p className="gap">{room.agreedOn({ date: formatDate(agreed_on, language) })}</p>}
        {shared.isAnswered ? (
          <SharedText language={language} shared={shared} />
        ) : (
          <AnswerForm language={language} shared={shared} region={region.name} path={path} form={form} />
        )}
      </article>
    ),
  }
}

/** What a block is called: a point by its words, the others by their kind. */
function titleOf(language: Language, { block, points }: { block: Block; points: SharedSummary['points'] }) {
  const point = points.find(({ id }) => id === block.point)
  return { text: point?.words ?? words[language].room.block[block.kind], lang: point?.wordsLang }
}

function SharedText({
  language,
  shared,
  after,
}: {
  language: Language
  shared: SharedSummary
  after?: (block: Block, title: string) => ReactNode
}) {
  const w = words[language].room
  const { blocks, points, tasks, lang, translations, version } = shared
  const beside = translations.find((one) => one.lang === language)
  return (
    <>
      <p className="key gap">{w.writtenIn({ language: languageName(language, lang) })}</p>
      {beside !== undefined && (
        <p className="key">
          {w.translatedBy({ language: languageName(language, beside.lang), author: beside.author })}
          {beside.version !== version && ` ${w.olderTranslation({ number: beside.version })}`}
        </p>
      )}
      {blocks.map((block) => {
        const title = titleOf(language, { block, points })
        const translated = beside?.blocks.find((one) => blockKey(one) === blockKey(block))?.text ?? ''
        if (block.text === '' && after === undefined && block.kind !== 'pokok') return null
        return (
          <section className="gap3" key={blockKey(block)}>
            <h2 lang={title.lang}>
              <bdi>{title.text}</bdi>
            </h2>
            {paragraphsOf(block.text).map((text, at) => (
              <p key={at} lang={lang}>
                <bdi>{text}</bdi>
              </p>
            ))}
            {paragraphsOf(translated).map((text, at) => (
              <p key={`t${at}`} lang={beside?.lang} className="s">
                <bdi>{text}</bdi>
              </p>
            ))}
            {after?.(block, title.text)}
          </section>
        )
      })}
      {tasks.length > 0 && (
        <section className="gap3">
          <h2>{w.follows}</h2>
          <ul>
            {tasks.map(({ what, unit, dueOn }, at) => (
              <li key={at}>
                <bdi>{what}</bdi>
                {unit !== undefined && (
                  <>
                    {' · '}
                    <bdi>{unit}</bdi>
                  </>
                )}
                {dueOn !== undefined && ` · ${w.until({ date: formatDate(dueOn, language) })}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const paragraphsOf = (text: string) => (text === '' ? [] : text.split(/\n+/))

function AnswerForm({
  language,
  shared,
  region,
  path,
  form,
}: Omit<Confirm, 'region'> & { language: Language; region: string }) {
  const w = words[language].room.confirm
  const { faults = {}, problem, failure, corrections = [] } = form
  const say = (fault: FieldFault | undefined) => (fault === undefined ? undefined : faultWords(language, fault))
  const minutes = Math.ceil((failure?.details.seconds ?? 60) / 60)
  const first = `koreksi-${blockKey(shared.blocks[0] ?? { kind: 'pembuka' })}`
  const told = { changed: w.changed, nothing: w.howTo, both: w.both, full: w.full, again: w.again }
  const errors = [
    ...(faults.name === undefined ? [] : [{ field: 'nama', message: `${w.name}: ${say(faults.name)}` }]),
    ...(faults.role === undefined ? [] : [{ field: 'jabatan', message: `${w.role}: ${say(faults.role)}` }]),
    ...shared.blocks.flatMap((block) => {
      if (faults.block?.id !== blockKey(block)) return []
      const { text } = titleOf(language, { block, points: shared.points })
      return [{ field: `koreksi-${blockKey(block)}`, message: `${text}: ${say(faults.block.fault)}` }]
    }),
    ...(problem === undefined ? [] : [{ field: first, message: told[problem] }]),
    ...(failure === undefined ? [] : [{ field: 'nama', message: sharedWords[language].failure.tooMany({ minutes }) }]),
  ]
  return (
    <>
      <p className="gap">{w.intro}</p>
      <ErrorSummary title={w.notSent} errors={errors} />
      <form className="gap" method="post" action={`/${language}${path}`}>
        <input type="hidden" name="lembar" value={form.id} />
        <input type="hidden" name="versi" value={shared.version} />
        <SharedText
          language={language}
          shared={shared}
          after={(block, title) => (
            <div className="gap">
              <LongTextField
                id={`koreksi-${blockKey(block)}`}
                name={`koreksi-${blockKey(block)}`}
                label={w.correction({ block: title })}
                error={faults.block?.id === blockKey(block) ? say(faults.block.fault) : undefined}
                defaultValue={corrections.find((one) => one.block === blockKey(block))?.text}
                rows={2}
              />
            </div>
          )}
        />
        <div className="form gap3">
          <TextField
            id="nama"
            name="nama"
            label={w.name}
            error={say(faults.name)}
            defaultValue={form.name}
            autoComplete="name"
            maxLength={200}
            required
          />
          <TextField
            id="jabatan"
            name="jabatan"
            label={w.role}
            error={say(faults.role)}
            defaultValue={form.role}
            autoComplete="organization-title"
            maxLength={200}
          />
          <p className="key">{w.privacy({ region })}</p>
          <div className="acts">
            <button className="btn go" type="submit" name="jawaban" value="sesuai">
              {w.agree}
            </button>
            <button className="btn" type="submit" name="jawaban" value="koreksi">
              {w.correct}
            </button>
          </div>
        </div>
      </form>
    </>
  )
}
