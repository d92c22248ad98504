import type { PortalPage } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { TextField } from '../../ui/marks/field.tsx'
import { words } from './messages/words.gen.ts'

/** Where a form may lead back to: a path of this site, never another host. */
export function backPath(text: string | undefined, otherwise: string): string {
  return text !== undefined && /^\/(?![/\\])[\w\-./%]*$/.test(text) ? text : otherwise
}

const dateForm: PortalPage = {
  path: '/tanggal',
  async show({ language, on, demonstration, query }) {
    if (!demonstration) throw new Failure('not_found')
    const w = words[language].date
    const back = backPath(query['kembali'], `/${language}`)
    return {
      title: w.title,
      body: (
        <section className="sec strong">
          <h1>{w.title}</h1>
          <p className="gap">{w.intro}</p>
          <form className="form gap3" method="get" action={back}>
            <TextField id="tanggal" name="tanggal" type="date" label={w.label} defaultValue={on} required short />
            <div className="acts">
              <button className="btn go" type="submit">
                {w.set}
              </button>
              <a className="btn" href={`${back}?tanggal=`}>
                {w.reset}
              </a>
            </div>
          </form>
        </section>
      ),
    }
  },
}

export const pages: PortalPage[] = [dateForm]
