import { Link } from 'react-router'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { words } from '../messages/words.gen.ts'

/** Ways on from the day: everything that is silent, and the same by mail. */
export function MailLine() {
  const { language, may } = useVisitor()
  const w = words[language]
  return (
    <p className="acts gap3">
      {may('relations.read') && <Link to="/tidak-ada-kabar">{w.silence}</Link>}
      <Link to="/pengaturan/pemberitahuan">{w.askMail}</Link>
    </p>
  )
}
