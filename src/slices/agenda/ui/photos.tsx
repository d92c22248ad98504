import { useLanguage } from '../../../ui/controls/visitor.ts'
import { contentOf } from '../../files/ui/file-link.tsx'
import { dropPhoto } from '../contract.ts'
import { AddPhoto } from './add-photo.tsx'
import { DropButton } from './drop-button.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import type { ActivityView } from './use-activity.ts'
import { AddPhotos } from './room/add-photos.tsx'
import { words as roomWords } from './room/messages/words.gen.ts'
import { PhotoActs } from './room/photo-acts.tsx'
import { words } from './messages/words.gen.ts'

/** Photographs with their captions. */
export function Photos({ activity, mayMend }: { activity: ActivityView; mayMend: boolean }) {
  const { photos: w } = words[useLanguage()]
  const { photos: several } = roomWords[useLanguage()]
  const { photos } = activity
  if (photos.length === 0 && !mayMend) return null
  return (
    <section className="sec after">
      <h2>{w.title}</h2>
      <ul className="photos">
        {photos.map(({ id, file, caption, rev, published }, at) => (
          <li key={id}>
            <figure>
              <img src={contentOf(file, { inline: true })} alt="" loading="lazy" />
              <figcaption>
                <bdi>{caption}</bdi>
              </figcaption>
            </figure>
            {mayMend && <PhotoActs photo={{ id, file, caption, rev, published }} at={at} of={photos.length} />}
            {mayMend && <DropButton endpoint={dropPhoto} input={{ id, rev }} what={caption} said={w.dropped} />}
          </li>
        ))}
      </ul>
      {mayMend && (
        <Opened label={several.several}>{(close) => <AddPhotos activity={activity} onClose={close} />}</Opened>
      )}
      {mayMend && <Opened label={w.add}>{(close) => <AddPhoto id={activity.id} onClose={close} />}</Opened>}
    </section>
  )
}
