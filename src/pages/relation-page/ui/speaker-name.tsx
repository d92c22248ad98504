import { officeTitle, type Capacity, type OfficeId } from '../../../slices/reference/model.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { RecordedName } from '../../../ui/marks/person-name.tsx'

export type SpeakerView = {
  givenName: string
  familyName: string
  nameLang?: string | null | undefined
  office?: OfficeId | undefined
  /** The capacity in which the office was held then; absent for the definitive one. */
  capacity?: Capacity | undefined
  /** Stands for itself where no person is named, with the role in which it took part. */
  organisation?: string | undefined
  role?: string | undefined
}

/** A speaker's name, or the organisation where no person is named. */
export function SpeakerName({ givenName, familyName, nameLang, organisation }: SpeakerView) {
  if (givenName === '' && familyName === '') return <bdi>{organisation}</bdi>
  return <RecordedName name={{ givenName, familyName, nameLang }} />
}

/** What follows a name: ", Wali Kota"; the role where no office is known, and nothing where neither is. */
export function useOfficeWord(): (person: Pick<SpeakerView, 'office' | 'capacity' | 'role'>) => string {
  const language = useLanguage()
  return ({ office, capacity, role }) => {
    const said = office === undefined ? role : officeTitle(language, { office, capacity })
    return said === undefined ? '' : `${language === 'ja' ? '、' : ', '}${said}`
  }
}
