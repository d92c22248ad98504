import { readFileSync } from 'node:fs'
import { transformSync } from 'oxc-transform'
import type { PortalMade } from '../../platform/portal-made.ts'

/** Where the script of a juror's page stands: its own file, as the content policy wants it. */
export const scriptPath = '/lembar-juri.js'

let made: string | undefined

/** The script without its types, made when it is first asked for. */
export const jurorScript: PortalMade = {
  path: scriptPath,
  async make() {
    made ??= compile()
    return await Promise.resolve({ type: 'text/javascript; charset=utf-8', body: made })
  },
}

function compile(): string {
  const file = new URL('./ui/judging/keep-sheets.ts', import.meta.url)
  const { code, errors } = transformSync(file.pathname, readFileSync(file, 'utf8'), { lang: 'ts' })
  if (errors.length > 0) throw new Error(`the script of a juror's page: ${errors[0]?.message}`)
  return code
}
