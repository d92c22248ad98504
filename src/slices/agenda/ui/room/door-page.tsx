import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { toLocalTime } from '../../../../shared/dates.ts'
import { formatDate } from '../../../../shared/format.ts'
import { isLanguage, languages, ownNames, type Language } from '../../../../shared/languages.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { SelectField } from '../../../../ui/marks/field.tsx'
import { linkPath } from '../../../links/model.ts'
import { newToken } from '../../../links/ui/token.ts'
import { openDoor, readDoor } from '../../contract.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { writeWhen } from '../../model.ts'
import { useActivity } from '../use-activity.ts'
import { DoorList } from './door-list.tsx'
import { QrCode } from '../../../../ui/marks/qr-code.tsx'
import { words } from './messages/words.gen.ts'

/** How often the list at the door is read again while it is open. */
const every = 3000

/** The door: a QR to scan or to print in two languages, and who has signed since, filling by itself. */
export function DoorPage() {
  const activity = useActivity()
  const { language, may } = useVisitor()
  const w = words[language].door
  usePageTitle(`${w.open} · ${activity.about}`)
  const { data } = useQuery({ ...queryOf(readDoor, { id: activity.id }), refetchInterval: every })
  const mayMend = may('agenda.record') && activity.voided === undefined
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.open}</h1>
          <p className="sub">
            <bdi>{activity.about}</bdi>
          </p>
        </div>
        <Link className="btn sm" to={`/kegiatan/${activity.slug}`}>
          {w.back}
        </Link>
      </div>
      {data !== undefined && <Door door={data.door} mayMend={mayMend} />}
      {data !== undefined && <DoorList rows={data.rows} total={data.total} mayMend={mayMend} />}
    </>
  )
}

interface Kept {
  link: string
  token: string
  language: Language
}

const isKept = (found: unknown): found is Kept =>
  typeof found === 'object' && found !== null && 'token' in found && 'link' in found && 'language' in found

function Door({ door, mayMend }: { door: { id: string; until: string } | undefined; mayMend: boolean }) {
  const { id } = useActivity()
  const { language, drafts } = useVisitor()
  const w = words[language].door
  const key = `kegiatan/${id}/pintu`
  // The token is nowhere but in this browser: without it the picture could not be shown again after a reload.
  const [kept, setKept] = useState(() => {
    const found = drafts.read(key)
    return isKept(found) ? found : undefined
  })
  const shown = door !== undefined && kept?.link === door.id ? { ...kept, until: door.until } : undefined
  const keep = (made: Kept) => {
    drafts.write(key, made)
    setKept(made)
  }
  return (
    <section className="sec strong">
      {shown === undefined && <p className="no-print">{w.intro}</p>}
      {shown !== undefined && <Poster {...shown} />}
      {door !== undefined && shown === undefined && <p className="note gap">{w.elsewhere}</p>}
      {mayMend && (
        // In a box of its own: on paper a section that holds a form is left out.
        <div className="no-print">
          <OpenDoor isOpen={door !== undefined} onMade={keep} />
        </div>
      )}
    </section>
  )
}

/** What is shown on the wall or printed on A4: title, place, day and QR, in Indonesian and in the guest's language. */
function Poster({ token, language, until }: Kept & { until: string }) {
  const activity = useActivity()
  const { language: own } = useVisitor()
  const both: Language[] = isLanguage(language) && language !== 'id' ? ['id', language] : ['id']
  const address = location.origin + linkPath(language, token)
  return (
    <div className="poster">
      {both.map((one) => (
        <div key={one} lang={one}>
          <p className="poster-title">{agendaWords[one].room.door.title}</p>
          <p>{words[one].door.scan}</p>
        </div>
      ))}
      <QrCode text={address} label={words[own].door.scan} />
      <h2>
        <bdi>{activity.about}</bdi>
      </h2>
      {both.map((one) => (
        <p key={one} lang={one}>
          {writeWhen(one, activity)}
          {activity.place !== undefined && (
            <>
              {agendaWords[one].comma}
              <bdi>{activity.place}</bdi>
            </>
          )}
        </p>
      ))}
      <p className="s q">
        {words[own].door.until({ date: formatDate(toLocalTime(until, 'WIB').date, own) })}
        <br />
        <bdi className="address">{address}</bdi>
      </p>
      <p className="acts">
        <button type="button" className="btn sm" onClick={() => print()}>
          {words[own].door.print}
        </button>
      </p>
    </div>
  )
}

function OpenDoor({ isOpen, onMade }: { isOpen: boolean; onMade: (made: Kept) => void }) {
  const { id } = useActivity()
  const { language: own } = useVisitor()
  const w = words[own].door
  const [language, setLanguage] = useState<Language>(own)
  const [secret, setSecret] = useState(newToken)
  const opening = useAct(openDoor, {
    key: id,
    done(made) {
      onMade({ link: made.id, token: secret.token, language })
      setSecret(newToken())
    },
  })
  const isPast = opening.failure?.details.fields?.some(({ fault }) => fault === 'wrong_order') === true
  return (
    <form
      className="form gap3"
      onSubmit={(event) => {
        event.preventDefault()
        void opening.send({ id, hash: secret.hash, language })
      }}
    >
      <SelectField
        id="door-language"
        label={w.language}
        short
        value={language}
        choices={languages.map((value) => ({ value, label: ownNames[value] }))}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
      />
      {isOpen && <p className="s q">{w.againWhy}</p>}
      {isPast ? (
        <p className="st-wait" role="alert">
          {w.past}
        </p>
      ) : (
        <FailureNotice acting={opening} />
      )}
      <div className="acts">
        <SaveButton label={isOpen ? w.again : w.make} busy={opening.busy} small />
      </div>
    </form>
  )
}
