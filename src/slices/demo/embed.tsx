import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'
import { accountName, demoAccounts } from './model.ts'

/** A way in for every role of the demonstration: one plain form, a button each. */
export function RoleButtons({ language }: { language: Language }) {
  const w = words[language]
  return (
    <section className="sec" id="masuk">
      <h2>{w.signInAs}</h2>
      <form className="acts" method="post" action={`/${language}/masuk/peran`}>
        {demoAccounts
          .filter(({ button }) => button)
          .map((account) => (
            <button key={account.key} className="btn" type="submit" name="peran" value={account.key}>
              {accountName(language, account)}
            </button>
          ))}
      </form>
      <p className="key gap">{w.signInHint}</p>
    </section>
  )
}
