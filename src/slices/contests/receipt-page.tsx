import type { Page } from '../../platform/portal.ts'
import { formatBytes, formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { Field, TextField } from '../../ui/marks/field.tsx'
import { words } from './messages/words.gen.ts'
import { contestLimits, writeInstant } from './model.ts'
import type { Receipt } from './queries.ts'

/** What is said of the limit (shared/file-limits.ts), in the thousands that phones count by. */
const most25 = 25_000_000

export type WithdrawFault = 'wrong' | 'late' | 'tooMany'
export type PhotoFault = 'required' | 'tooLarge' | 'kind' | 'damaged' | 'late' | 'reused' | 'tooMany'

interface Asked {
  receipt: Receipt
  /** The acts of its two forms: one for a photograph, one to take the entry back. */
  forms: { photo: string; back: string }
  kept?: boolean
  fault?: PhotoFault | undefined
  /** What was typed to take the entry back, and why it was not. */
  withdrawal?: { typed: string; fault: WithdrawFault } | undefined
}

/** The receipt: number, instant, and whether the record still says what was signed. */
export function receiptPage(language: Language, { receipt, forms, kept = false, fault, withdrawal }: Asked): Page {
  const w = words[language].receipt
  const { contest, number, code, zone } = receipt
  return {
    title: w.title({ number }),
    region: { slug: receipt.region.slug, name: nameIn(language, receipt.region) },
    entry: 'programmes',
    body: (
      <article className="sec strong">
        {kept && (
          <p className="note" role="status">
            {w.photoKept}
          </p>
        )}
        <p className="st-live">{w.received}</p>
        <h1>{w.title({ number })}</h1>
        {receipt.withdrawnOn !== undefined && (
          <p className="status gap">{w.withdrawn({ date: formatDate(receipt.withdrawnOn, language) })}</p>
        )}
        <div className="gap3">
          <Facts>
            <Fact term={w.contest}>
              <a href={`/${language}/program/lomba/${contest.slug}`}>
                <bdi lang={contest.titleLang}>{contest.title}</bdi>
              </a>
            </Fact>
            <Fact term={w.number}>{String(number)}</Fact>
            <Fact term={w.kampung}>
              <bdi>{receipt.name}</bdi>
            </Fact>
            <Fact term={w.village}>
              <bdi>{receipt.village}</bdi>
            </Fact>
            <Fact term={w.at}>
              {writeInstant(language, receipt.enteredAt, zone)} <span className="q">{w.clock}</span>
            </Fact>
            <Fact term={w.code}>{code}</Fact>
          </Facts>
        </div>
        <p className={receipt.holds ? 'gap3' : 'gap3 status'} data-signature={receipt.holds ? 'cocok' : 'tidak'}>
          {receipt.holds ? w.holds : w.broken}
        </p>
        <p className="key">{w.keep}</p>
        <details className="gap">
          <summary>{w.check}</summary>
          <p>{w.checkHow}</p>
          {[receipt.said, receipt.signature, receipt.publicKey].map((text) => (
            <pre key={text} className="words">
              {text}
            </pre>
          ))}
        </details>
        <Photos language={language} receipt={receipt} forms={forms} fault={fault} />
        {(receipt.mayWithdraw || withdrawal !== undefined) && (
          <Withdrawal language={language} receipt={receipt} forms={forms} withdrawal={withdrawal} />
        )}
      </article>
    ),
  }
}

/** Whoever does not take part after all says so herself. */
function Withdrawal({ language, receipt, forms, withdrawal }: Omit<Asked, 'kept'> & { language: Language }) {
  const w = words[language].receipt
  const error = withdrawal === undefined ? undefined : w.withdrawFault[withdrawal.fault]
  return (
    <details className="gap3" open={error !== undefined}>
      <summary>{w.withdraw}</summary>
      <ErrorSummary
        title={words[language].form.notSent}
        errors={error === undefined ? [] : [{ field: 'telepon', message: `${w.withdrawPhone}: ${error}` }]}
      />
      <form className="form gap" method="post" action={`/${language}/program/lomba/tanda/${receipt.code}`}>
        <p>{w.withdrawWhy}</p>
        <input type="hidden" name="lembar" value={forms.back} />
        <input type="hidden" name="langkah" value="tarik" />
        <TextField
          id="telepon"
          name="telepon"
          type="tel"
          autoComplete="tel"
          label={w.withdrawPhone}
          error={error}
          defaultValue={withdrawal?.typed}
          maxLength={40}
          short
          required
        />
        <div className="acts">
          <button className="btn loss" type="submit">
            {w.withdraw}
          </button>
        </div>
      </form>
    </details>
  )
}

function Photos({ language, receipt, forms, fault }: Omit<Asked, 'kept'> & { language: Language }) {
  const w = words[language].receipt
  const size = formatBytes(most25, language)
  const most = contestLimits.photos
  if (!receipt.takesPhotos && fault === undefined) return null
  const said = {
    required: () => w.photoFault.required,
    tooLarge: () => w.photoFault.tooLarge({ size }),
    kind: () => w.photoFault.kind,
    damaged: () => w.photoFault.damaged,
    late: () => w.photoFault.late({ most }),
    reused: () => w.photoFault.reused,
    tooMany: () => w.withdrawFault.tooMany,
  }
  const error = fault === undefined ? undefined : said[fault]()
  return (
    <section className="gap3" id="foto">
      <h2>{w.photos}</h2>
      <p className="gap">{w.photosHave({ n: receipt.photos, most })}</p>
      <ErrorSummary
        title={words[language].form.notSent}
        errors={error === undefined ? [] : [{ field: 'berkas', message: `${w.photo}: ${error}` }]}
      />
      {receipt.takesPhotos && receipt.photos < most && (
        <form
          className="form gap"
          method="post"
          encType="multipart/form-data"
          action={`/${language}/program/lomba/tanda/${receipt.code}`}
        >
          <input type="hidden" name="lembar" value={forms.photo} />
          <Field id="berkas" label={w.photo} hint={w.photoHint({ size })} error={error}>
            {(link) => (
              <input className="in" type="file" name="berkas" accept="image/jpeg,image/png" required {...link} />
            )}
          </Field>
          <label className="pick">
            <input type="checkbox" name="lokasi" value="ya" />
            {w.place}
          </label>
          <div className="acts">
            <button className="btn" type="submit">
              {w.addPhoto}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}
