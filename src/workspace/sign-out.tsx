import { useVisitor } from '../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

/** Plain forms: they work even when a script is stuck. Who leaves on purpose leaves no drafts for the next person. */
export function SignOut() {
  const { language, drafts } = useVisitor()
  const w = words[language].shell
  const action = `/${language}/keluar`
  return (
    <div className="acts">
      <form method="post" action={action} onSubmit={drafts.clearAll}>
        <button type="submit" className="btn sm">
          {w.signOut}
        </button>
      </form>
      <form method="post" action={action} onSubmit={drafts.clearAll}>
        <input type="hidden" name="semua" value="1" />
        <button type="submit" className="btn sm">
          {w.signOutEverywhere}
        </button>
      </form>
    </div>
  )
}
