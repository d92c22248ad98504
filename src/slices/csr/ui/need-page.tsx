import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { History } from '../../ledger/ui/history.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { moveNeed, publishNeed, withdrawNeed } from '../contract.ts'
import { rupiahIn } from '../embed.tsx'
import { words as sliceWords } from '../messages/words.gen.ts'
import { mayNeed } from '../model.ts'
import { draftOf } from '../../ledger/ui/act-form.tsx'
import { MatchPart } from './match-part.tsx'
import { NeedForm, type NeedDetail } from './need-form.tsx'
import { needQuery } from './needs-query.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { PublishForm } from '../../../ui/controls/publish-form.tsx'
import { tellNeed } from './tell-csr.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** One need: what it is, who meets it and why, what came of it, and what the world sees. */
export function NeedPage() {
  const { language, may } = useVisitor()
  const w = words[language].need
  const { page, field, standing, unknownCost, file } = sliceWords[language]
  const { slug = '' } = useParams()
  const { data: need } = useSuspenseQuery(needQuery(slug))
  usePageTitle(need.title)
  const mayKeep = may('programmes.keep') && need.mayKeep
  return (
    <>
      <p className="s">
        <Link to="/program/tjsl">{w.back}</Link>
      </p>
      <h1 tabIndex={-1}>
        <bdi lang={need.textLang}>{need.title}</bdi>
      </h1>
      <p>
        <bdi>{page.village(need)}</bdi> ·{' '}
        <b>{page.since({ standing: standing[need.standing], date: formatDate(need.movedOn, language) })}</b>
      </p>
      {need.closedReason !== null && (
        <p>
          <bdi>{need.closedReason}</bdi>
        </p>
      )}
      <div className="gap3">
        <Facts>
          <Fact term={file.field}>{field[need.field]}</Fact>
          <Fact term={w.description}>
            {need.description === null ? undefined : <bdi lang={need.textLang}>{need.description}</bdi>}
          </Fact>
          <Fact term={page.place}>
            {need.place === null ? undefined : <bdi lang={need.textLang}>{need.place}</bdi>}
          </Fact>
          <Fact term={page.cost}>{need.cost === null ? unknownCost : rupiahIn(language, need.cost)}</Fact>
          <Fact term={page.year}>{String(need.year)}</Fact>
          <Fact term={page.musrenbang}>{need.musrenbang === null ? undefined : <bdi>{need.musrenbang}</bdi>}</Fact>
          <Fact term={page.apbd}>{need.apbd ? <bdi lang="id">{need.apbdWords ?? page.apbdYes}</bdi> : undefined}</Fact>
          <Fact term={w.unit}>{need.unit === null ? undefined : <bdi>{need.unit.name}</bdi>}</Fact>
          <Fact term={w.relation}>
            {need.relations.length === 0
              ? undefined
              : need.relations.map((one, at) => (
                  <span key={one.id}>
                    {at > 0 && ' · '}
                    <Link to={`/kerja-sama/${one.slug}`}>
                      <bdi>{one.name}</bdi>
                    </Link>
                  </span>
                ))}
          </Fact>
        </Facts>
      </div>
      {need.photo !== null && may('files.read') && (
        <figure className="gap3">
          <img
            src={`/api/files/${need.photo.id}/content?inline=1`}
            alt={need.photo.caption}
            loading="lazy"
            style={{ maxWidth: '100%' }}
          />
          <figcaption className="s q">
            <bdi>{need.photo.caption}</bdi>
          </figcaption>
        </figure>
      )}
      {mayKeep && <Moves need={need} />}
      <MatchPart need={need} mayKeep={mayKeep} />
      {may('programmes.publish') && (mayNeed(need.standing, 'publish') || need.published !== null) && (
        <Publish need={need} />
      )}
      {may('ledger.read') && (
        <section className="sec after">
          <h2 aria-hidden="true">{w.history}</h2>
          <History subject={need.id} title={w.history} tell={(changes) => tellNeed(language, changes)} />
        </section>
      )}
    </>
  )
}

/** What may be done with the need itself, as far as it stands. */
function Moves({ need }: { need: NeedDetail }) {
  const { language } = useVisitor()
  const { need: w, form } = words[language]
  const saved = useSaved()
  const { id, rev, standing } = need
  const [reason, setReason] = useState('')
  const moving = useAct(moveNeed, { key: id, done: async (_, act) => await saved(w.moved, act) })
  const to =
    standing === 'berjalan' ? 'terwujud' : standing === 'usulan' || standing === 'ditutup' ? 'terbuka' : undefined
  const label = standing === 'usulan' ? w.open : standing === 'ditutup' ? w.reopen : w.finish
  const missing = moving.failure?.code === 'not_yet'
  return (
    <>
      {missing && <p role="alert">{w.notYet}</p>}
      {!missing && <FailureNotice acting={moving} />}
      {moving.failure?.code === 'stale' && <p role="alert">{moving.failure.message}</p>}
      {to !== undefined && (
        <div className="acts gap">
          <button
            type="button"
            className={standing === 'usulan' ? 'btn go' : 'btn'}
            aria-busy={moving.busy}
            onClick={() => void moving.send({ id, rev, to })}
          >
            {label}
          </button>
        </div>
      )}
      <div className="acts">
        {mayNeed(standing, 'mend') && (
          <Opened label={w.mend} draft={draftOf(id)}>
            {(close) => <NeedForm need={need} onClose={close} />}
          </Opened>
        )}
        {mayNeed(standing, 'close') && (
          <Opened label={w.close}>
            {(close) => (
              <ReasonForm
                id={`tutup-${id}`}
                words={{ reason: form.reason, go: w.close }}
                reason={reason}
                onReason={setReason}
                acting={moving}
                onSend={() => void moving.send({ id, rev, to: 'ditutup', reason })}
                cancel={{ label: form.cancel, onCancel: close }}
              />
            )}
          </Opened>
        )}
      </div>
    </>
  )
}

function Publish({ need: { id, slug, published } }: { need: NeedDetail }) {
  const { language } = useVisitor()
  const w = words[language].publish
  const saved = useSaved()
  const publishing = useAct(publishNeed, { key: id, done: async (_, act) => await saved(w.done, act) })
  const withdrawing = useAct(withdrawNeed, { key: id, done: async (_, act) => await saved(w.withdrawn, act) })
  return (
    <section className="sec after" aria-labelledby="terbit">
      <h2 id="terbit">{w.title}</h2>
      <p>
        {published === null
          ? w.isInside
          : w.isPublic({ date: formatDate(toLocalTime(published.at, 'WIB').date, language) })}
      </p>
      {published?.behind === true && <p className="st-wait">{w.behind}</p>}
      <PublishForm
        words={w}
        path={`/program/tjsl/${slug}`}
        isPublic={published !== null}
        publishing={publishing}
        withdrawing={withdrawing}
        onPublish={() => void publishing.send({ id })}
        onWithdraw={() => void withdrawing.send({ id })}
      />
    </section>
  )
}
