import type { Role } from '../../../shared/permissions.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words } from '../messages/words.gen.ts'

export type RoleDayProps = { date: string; role: Role }

/** The day of a role whose work has no pages yet: what it is there for, and that. */
export function RoleDay({ date, role }: RoleDayProps) {
  const w = words[useLanguage()]
  const sentences: Partial<Record<Role, string>> = w.role
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{date}</p>
        </div>
      </div>
      <p className="gap">{sentences[role] ?? w.otherRole}</p>
    </>
  )
}
