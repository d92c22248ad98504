import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'
import { linkPath } from '../links/model.ts'
import { accountName, demoAccounts, embassyLink, inventedRegion } from './model.ts'

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
        <a className="btn" href={linkPath(embassyLink.language, embassyLink.token)} hrefLang={embassyLink.language}>
          {w.embassyPage}
        </a>
      </form>
      <p className="key gap">{w.signInHint}</p>
    </section>
  )
}

/** The way to the invented region, in one sentence. */
export function InventedRegionLink({ language }: { language: Language }) {
  return (
    <p className="more">
      <a href={`/${language}/daerah/${inventedRegion}`}>{words[language].contoh.more}</a>
    </p>
  )
}

/** That a region does not exist; undefined for one that does. */
export function inventedSentence(language: Language, region: { slug: string } | undefined): string | undefined {
  return region?.slug === inventedRegion ? words[language].contoh.banner : undefined
}
