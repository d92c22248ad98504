import { isLanguage, languages, ownNames } from '../../../../shared/languages.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../../ui/marks/field.tsx'
import { dropTranslation, translateSummary } from '../../contract.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { DropButton } from '../drop-button.tsx'
import { Opened } from '../../../../ui/controls/opened.tsx'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { blockTitle, toBlocks } from './minutes-words.ts'
import { ReadBlocks } from './read-blocks.tsx'
import type { MinutesView } from './use-minutes.ts'
import { words } from './messages/words.gen.ts'

/** The minutes as people translated them, each with who did; never in place of the text. */
export function Translations({ minutes, mayMend }: { minutes: MinutesView; mayMend: boolean }) {
  const language = useLanguage()
  const { sum: w } = words[language]
  const { languageOf } = agendaWords[language].room
  const nameOf = (code: string) => (isLanguage(code) ? languageOf[code] : code)
  const { translations, points, version } = minutes
  if (translations.length === 0 && !mayMend) return null
  return (
    <section className="sec after">
      <h2>{w.translations}</h2>
      {translations.map(({ id, rev, lang, author, blocks, version: from }) => {
        const title = w.translation({ language: nameOf(lang), author })
        return (
          <details key={id} className="gap">
            <summary>
              <bdi>{title}</bdi>
              {from !== version && ` · ${w.version({ n: from })}`}
            </summary>
            <ReadBlocks blocks={blocks} lang={lang} points={points} />
            {mayMend && (
              <DropButton
                endpoint={dropTranslation}
                input={{ id, rev }}
                label={w.drop}
                what={title}
                said={w.translationGone}
              />
            )}
          </details>
        )
      })}
      {mayMend && <Opened label={w.translate}>{(close) => <Translate minutes={minutes} onClose={close} />}</Opened>}
    </section>
  )
}

function Translate({ minutes, onClose }: { minutes: MinutesView; onClose: () => void }) {
  const language = useLanguage()
  const { sum: w, fix, cancel } = words[language]
  const saved = useSaved()
  const { id = '', blocks, points, translations, lang: own } = minutes
  const into = languages.filter((one) => one !== own)
  const base: Record<'lang' | 'author' | 'texts', string> = { lang: into[0] ?? 'en', author: '', texts: '{}' }
  const draft = useDraft(`notulen/${id}/terjemahan`, { base, rev: 0 })
  const { values } = draft
  const texts = JSON.parse(values.texts) as Record<string, string>
  const before = translations.find(({ lang }) => lang === values.lang)
  const close = () => {
    draft.clear()
    onClose()
  }
  const translating = useAct(translateSummary, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.translationSaved, act)
    },
  })
  const details = translating.failure?.code === 'invalid' ? translating.failure.details : {}
  const errors = formErrors(details, { language, fields: { author: { id: 'translation-author', label: w.author } } })
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const { lang, author } = values
        const said = toBlocks(texts).filter(({ text }) => text !== '')
        void translating.send({ id, rev: before?.rev ?? 0, lang, author, blocks: said })
      }}
    >
      <ErrorSummary title={fix} errors={errors} />
      <SelectField
        id="translation-lang"
        label={w.into}
        short
        value={values.lang}
        choices={into.map((value) => ({ value, label: ownNames[value] }))}
        onChange={(event) => draft.set({ lang: event.currentTarget.value })}
      />
      <TextField
        id="translation-author"
        label={w.author}
        error={errors[0]?.fault}
        maxLength={200}
        value={values.author}
        onChange={(event) => draft.set({ author: event.currentTarget.value })}
      />
      {blocks
        .filter(({ text }) => text !== '')
        .map((block) => {
          const at = block.point ?? block.kind
          return (
            <LongTextField
              key={at}
              id={`translation-${at}`}
              label={<bdi>{blockTitle(language, block, points)}</bdi>}
              hint={<bdi lang={own}>{block.text}</bdi>}
              lang={values.lang}
              value={texts[at] ?? ''}
              onChange={(event) => draft.set({ texts: JSON.stringify({ ...texts, [at]: event.currentTarget.value }) })}
            />
          )
        })}
      <FailureNotice acting={translating} />
      <div className="acts">
        <SaveButton label={w.translationSave} busy={translating.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {cancel}
        </button>
      </div>
    </form>
  )
}
