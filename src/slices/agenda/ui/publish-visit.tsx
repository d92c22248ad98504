import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { PublishForm } from '../../../ui/controls/publish-form.tsx'
import { publishActivity, withdrawActivity } from '../contract.ts'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words as roomWords } from './room/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** What the world sees of a visit: which photographs, a look at the page before, publish, publish again, take back. */
export function PublishVisit({ activity }: { activity: ActivityView }) {
  const { publish: w } = words[useLanguage()]
  const room = roomWords[useLanguage()].sum
  const saved = useSaved()
  const { id, slug, photos, points, publicPoints, published, relations, summary } = activity
  const [isSummaryShown, setIsSummaryShown] = useState(summary?.published === true)
  const [chosen, setChosen] = useState(() => [
    ...photos.filter((photo) => photo.published).map((photo) => photo.id),
    ...points.filter((point) => !published || publicPoints.includes(point.id)).map((point) => point.id),
  ])
  const publishing = useAct(publishActivity, { key: id, done: async (_, act) => await saved(w.done, act) })
  const withdrawing = useAct(withdrawActivity, { key: id, done: async (_, act) => await saved(w.withdrawn, act) })
  // What was taken off meanwhile is no longer chosen.
  const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id).filter((one) => chosen.includes(one))
  const shown = { photos: idsOf(photos), points: idsOf(points) }
  const box = (one: string, said: string) => (
    <label key={one} className="pick">
      <input
        type="checkbox"
        checked={chosen.includes(one)}
        onChange={({ currentTarget: { checked } }) =>
          setChosen(checked ? [...chosen, one] : chosen.filter((other) => other !== one))
        }
      />{' '}
      <bdi>{said}</bdi>
    </label>
  )
  return (
    <section className="sec after" aria-labelledby="terbit">
      <h2 id="terbit">{w.title}</h2>
      {relations.length === 0 ? (
        <p>{w.unsorted}</p>
      ) : (
        <>
          <p>{published ? w.isPublic : w.isInside}</p>
          <p className="s q">{w.what}</p>
          <PublishForm
            words={w}
            path={`/kegiatan/${slug}?bagian=${[...shown.photos, ...shown.points, ...(isSummaryShown && summary !== undefined ? [summary.id] : [])].join(',')}`}
            isPublic={published}
            publishing={publishing}
            withdrawing={withdrawing}
            onPublish={() =>
              void publishing.send({ id, ...shown, summary: isSummaryShown ? (summary?.id ?? null) : null })
            }
            onWithdraw={() => void withdrawing.send({ id })}
          >
            {points.length > 0 && (
              <fieldset className="f plain">
                <legend>{w.points}</legend>
                <p className="hint">{w.pointsHint}</p>
                {points.map((point) => box(point.id, point.words))}
              </fieldset>
            )}
            {photos.length > 0 && (
              <fieldset className="f plain">
                <legend>{w.photos}</legend>
                <p className="hint">{w.photosHint}</p>
                {photos.map(({ id: photo, caption }) => box(photo, caption))}
              </fieldset>
            )}
            {summary !== undefined && (
              <fieldset className="f plain">
                <legend>{room.publish}</legend>
                <p className="hint">{room.publishHint}</p>
                <label className="pick">
                  <input
                    type="checkbox"
                    checked={isSummaryShown}
                    onChange={(event) => setIsSummaryShown(event.currentTarget.checked)}
                  />{' '}
                  {room.title}
                </label>
              </fieldset>
            )}
          </PublishForm>
        </>
      )}
    </section>
  )
}
