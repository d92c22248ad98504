import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { languageOfName } from '../../../shared/names.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words as relationWords } from '../messages/words.gen.ts'
import { partnerName, stagePlace, type RelationRow } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One relation. Without a procedure it has no status word, only its last activity. */
export function RelationTableRow({ slug, partner, label, status, stage, lastOn }: RelationRow) {
  const language = useLanguage()
  const w = words[language]
  const place = stagePlace(stage)
  const native = partner?.nativeName ?? undefined
  const name = partnerName({ partner, label }, language)
  return (
    <tr>
      <td>
        <Link to={`/kerja-sama/${slug}`} data-row>
          <bdi lang={partner === null ? undefined : languageOfName(language, partner)}>{name}</bdi>
        </Link>
        {native !== undefined && native !== name && (
          <>
            {' '}
            <bdi className="q" lang={partner?.nativeLang ?? undefined}>
              {native}
            </bdi>
          </>
        )}
      </td>
      <td data-l={w.list.status}>{status === null ? w.noStatus : relationWords[language].status[status]}</td>
      <td className="nw" data-l={w.list.stage}>
        {place === undefined ? w.noStage : w.stageOf(place)}
      </td>
      <td className="nw" data-l={w.list.last}>
        {lastOn === null ? w.noActivity : formatDate(lastOn, language)}
      </td>
    </tr>
  )
}
