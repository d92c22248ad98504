import type { ReactNode } from 'react'
import type { Page } from '../../platform/portal.ts'
import type { Failure, FieldFault } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { ErrorSummary } from '../../ui/marks/error-summary.tsx'
import { TextField } from '../../ui/marks/field.tsx'
import { words } from './messages/words.gen.ts'
import { linkMinutes } from './model.ts'

interface SignInState {
  goal: string
  email?: string
  failure?: Failure
  /** What just happened: a password was chosen, or the person signed out. */
  said?: 'chosen' | 'out' | undefined
  /** Another way in, shown above the form: the demonstration's role buttons. */
  otherWay?: ReactNode
}

/** Signing in with address and password. */
export function signInForm(language: Language, { goal, email, failure, said, otherWay }: SignInState): Page {
  const w = words[language].page
  const error = failure && messageOf(language, failure)
  return {
    title: w.signIn,
    body: (
      <section className="sec strong">
        <h1>{w.signIn}</h1>
        {said === 'chosen' && <p className="note">{words[language].choose.done}</p>}
        {said === 'out' && <p className="note">{w.signedOut}</p>}
        {otherWay}
        <p className="gap">{w.intro}</p>
        {error !== undefined && (
          <ErrorSummary title={sharedWords[language].failure.invalid} errors={[{ field: 'email', message: error }]} />
        )}
        <form className="form gap3" method="post" action={`/${language}/masuk`}>
          <input type="hidden" name="ke" value={goal} />
          <TextField
            id="email"
            name="email"
            type="email"
            label={w.email}
            autoComplete="username"
            defaultValue={email}
            required
          />
          <TextField
            id="password"
            name="password"
            type="password"
            label={w.password}
            autoComplete="current-password"
            required
          />
          <div className="acts">
            <button className="btn go" type="submit">
              {w.signIn}
            </button>
            <a href={`/${language}/masuk/lupa`}>{w.forgot}</a>
          </div>
        </form>
      </section>
    ),
  }
}

function messageOf(language: Language, failure: Failure): string {
  if (failure.code !== 'too_many') return words[language].page.wrong
  return sharedWords[language].failure.tooMany({ minutes: Math.ceil((failure.details.seconds ?? 60) / 60) })
}

/** Asking for a one-time link. The answer is the same whether the account exists or not. */
export function forgotForm(language: Language, { sent = false }: { sent?: boolean }): Page {
  const w = words[language].forgot
  return {
    title: w.title,
    body: (
      <section className="sec strong">
        <h1>{w.title}</h1>
        {sent ? (
          <p className="note">{w.sent({ minutes: linkMinutes })}</p>
        ) : (
          <>
            <p className="gap">{w.intro}</p>
            <form className="form gap3" method="post" action={`/${language}/masuk/lupa`}>
              <TextField
                id="email"
                name="email"
                type="email"
                label={words[language].page.email}
                autoComplete="username"
                required
              />
              <div className="acts">
                <button className="btn go" type="submit">
                  {w.send}
                </button>
              </div>
            </form>
          </>
        )}
      </section>
    ),
  }
}

const faultWords = { too_short: 'tooShort', too_long: 'tooLong' } as const

/** Choosing a password behind a one-time link. Opening the page does not use the link; sending the form does. */
export function chooseForm(language: Language, { fault }: { fault?: FieldFault | undefined }): Page {
  const w = words[language].choose
  const error = fault && w[fault === 'too_short' || fault === 'too_long' ? faultWords[fault] : 'weak']
  return {
    title: w.title,
    body: (
      <section className="sec strong">
        <h1>{w.title}</h1>
        <p className="gap">{w.intro}</p>
        {error !== undefined && (
          <ErrorSummary
            title={sharedWords[language].failure.invalid}
            errors={[{ field: 'password', message: error }]}
          />
        )}
        <form className="form gap3" method="post">
          <TextField
            id="password"
            name="password"
            type="password"
            label={w.password}
            autoComplete="new-password"
            error={error}
            required
          />
          <div className="acts">
            <button className="btn go" type="submit">
              {w.save}
            </button>
          </div>
        </form>
      </section>
    ),
  }
}

/** A link that was used, or whose time is over. */
export function gonePage(language: Language): Page {
  const w = words[language].choose
  return {
    title: w.title,
    status: 410,
    body: (
      <section className="sec strong">
        <h1>{w.title}</h1>
        <p className="gap">{w.gone}</p>
        <p className="gap3">
          <a className="btn" href={`/${language}/masuk/lupa`}>
            {w.askAgain}
          </a>
        </p>
      </section>
    ),
  }
}
