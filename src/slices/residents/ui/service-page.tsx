import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { formatDate, formatList } from '../../../shared/format.ts'
import { words as sharedWords } from '../../../shared/messages/words.gen.ts'
import { nameIn } from '../../../shared/names.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { PublishForm } from '../../../ui/controls/publish-form.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { SourceMark } from '../../../ui/marks/source-mark.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { exportBookings, publishService, readService, voidService, withdrawService } from '../contract.ts'
import { words as partWords } from '../messages/words.gen.ts'
import { textIn } from '../model.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { dayOr, MendService } from './service-form.tsx'
import type { ServiceView } from './service-values.ts'
import { Slots } from './slots.tsx'
import { words } from './messages/words.gen.ts'

export const serviceQuery = (slug: string) => queryOf(readService, { slug })

/** One service: what is said of it, its sessions with bookings, and what of it is public. */
export function ServicePage() {
  const { slug = '' } = useParams()
  const { language, may } = useVisitor()
  const w = words[language]
  const service = useSuspenseQuery(serviceQuery(slug)).data
  const { title, lang } = textIn(language, service.texts)
  usePageTitle(title)
  const isOpen = service.voided === undefined
  return (
    <>
      <div className="top">
        <div>
          <p className="key">
            <Link to="/program/layanan">{w.title}</Link>
          </p>
          <h1 tabIndex={-1}>
            <bdi lang={lang}>{title}</bdi>
          </h1>
          <p className="sub">{service.published ? w.published : w.inside}</p>
        </div>
        {service.keeps && isOpen && service.slots.length > 0 && (
          <Link className="btn sm" to={`/program/layanan/${slug}/pintu`}>
            {w.service.door}
          </Link>
        )}
      </div>
      {service.voided !== undefined && (
        <p className="note gap">
          {w.service.voided({ date: formatDate(service.voided.on, language), reason: service.voided.reason })}
        </p>
      )}
      <section className="sec strong">
        <Said service={service} />
        {service.keeps && isOpen && (
          <Opened label={w.service.mend}>{(close) => <MendService service={service} onClose={close} />}</Opened>
        )}
      </section>
      <Slots service={service} />
      {may('programmes.take') && service.slots.length > 0 && (service.keeps || !may('programmes.keep')) && (
        <div className="acts list-acts">
          <DownloadMenu endpoint={exportBookings} input={{ id: service.id }} />
        </div>
      )}
      {may('programmes.publish') && isOpen && <Publish service={service} />}
      {service.keeps && isOpen && (
        <Opened label={w.service.void}>{(close) => <Strike service={service} onClose={close} />}</Opened>
      )}
    </>
  )
}

function Said({ service }: { service: ServiceView }) {
  const { language } = useVisitor()
  const { service: w, form } = words[language]
  const { page, spoken } = partWords[language]
  const { notTold } = sharedWords[language]
  const { about, whoMay, lang } = textIn(language, service.texts)
  const { place, opensOn, closesOn, minimum, groupMost, householdMost, purgeOn, unit, relations, level } = service
  return (
    <>
      {about !== undefined && (
        <p className="words" lang={lang}>
          <SourceMark level={level}>{about}</SourceMark>
        </p>
      )}
      <div className="gap3">
        <Facts>
          <Fact term={page.place}>
            {place === undefined ? <span className="q">{notTold}</span> : <bdi>{place}</bdi>}
          </Fact>
          <Fact term={page.window}>
            {opensOn === undefined || closesOn === undefined ? (
              <span className="q">{notTold}</span>
            ) : (
              w.windowOf({ from: formatDate(opensOn, language), to: formatDate(closesOn, language) })
            )}
          </Fact>
          <Fact term={page.whoMay}>{whoMay === undefined ? undefined : <bdi lang={lang}>{whoMay}</bdi>}</Fact>
          <Fact term={page.spoken}>
            {service.spoken.length === 0
              ? undefined
              : formatList(
                  service.spoken.map((one) => spoken[one]),
                  language,
                )}
          </Fact>
          <Fact term={page.household}>{w.household({ n: householdMost })}</Fact>
          <Fact term={page.group}>{groupMost === undefined ? undefined : w.household({ n: groupMost })}</Fact>
          <Fact term={form.minimum}>{minimum === undefined ? undefined : String(minimum)}</Fact>
          <Fact term={form.purgeOn}>{dayOr(purgeOn, language)}</Fact>
          <Fact term={form.unit}>{unit === undefined ? undefined : <bdi>{unit.name}</bdi>}</Fact>
          <Fact term={w.relations}>
            {relations.length === 0
              ? undefined
              : relations.map((relation) => (
                  <p key={relation.id}>
                    <Link to={`/kerja-sama/${relation.slug}`}>
                      <bdi>{nameIn(language, relation)}</bdi>
                    </Link>
                  </p>
                ))}
          </Fact>
        </Facts>
      </div>
    </>
  )
}

function Publish({ service: { id, slug, published } }: { service: ServiceView }) {
  const { language } = useVisitor()
  const { service: w } = words[language]
  const saved = useSaved()
  const publishing = useAct(publishService, { key: id, done: async (_, act) => await saved(w.isPublic, act) })
  const withdrawing = useAct(withdrawService, { key: id, done: async (_, act) => await saved(w.isWithdrawn, act) })
  return (
    <section className="sec after" id="terbit">
      <h2>{w.publish}</h2>
      <p>{w.publishWhy}</p>
      <PublishForm
        words={{ look: w.look, go: w.publish, again: w.publishAgain, withdraw: w.withdraw }}
        path={`/program/layanan/${slug}`}
        isPublic={published}
        publishing={publishing}
        withdrawing={withdrawing}
        onPublish={() => void publishing.send({ id })}
        onWithdraw={() => void withdrawing.send({ id })}
        beside={
          published && (
            <a className="btn sm" href={`/${language}/program/layanan/${slug}`}>
              {w.openPublic}
            </a>
          )
        }
      />
    </section>
  )
}

function Strike({ service: { id, rev }, onClose }: { service: ServiceView; onClose: () => void }) {
  const { language } = useVisitor()
  const { service: w, close } = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [reason, setReason] = useState('')
  const acting = useAct(voidService, {
    key: id,
    async done(_, act) {
      sayDone(w.void, act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <>
      <ReasonForm
        id={`batal-${id}`}
        words={{ reason: w.voidWhy, go: w.void }}
        reason={reason}
        onReason={setReason}
        acting={acting}
        onSend={() => void acting.send({ id, rev, reason })}
        cancel={{ label: close, onCancel: onClose }}
      />
      {acting.failure?.code === 'not_yet' && <p role="alert">{w.held}</p>}
    </>
  )
}
