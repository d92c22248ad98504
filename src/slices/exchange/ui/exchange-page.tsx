import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { words as sharedWords } from '../../../shared/messages/words.gen.ts'
import { nameIn } from '../../../shared/names.ts'
import { titleIn } from '../../../shared/programmes.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { History } from '../../ledger/ui/history.tsx'
import { fieldName } from '../../relations/embed.tsx'
import { tellRow } from '../../relations/ui/tell-row.ts'
import { Sourced } from '../../sources/ui/sourced.tsx'
import { readExchange } from '../contract.ts'
import { writeDays, writePeople } from '../embed.tsx'
import { words as exchangeWords } from '../messages/words.gen.ts'
import { bodySides } from '../model.ts'
import { AppliedPart } from './applied-part.tsx'
import { mendDraftKey, MendExchange } from './exchange-form.tsx'
import { words } from './messages/words.gen.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { PublishPart } from './publish-part.tsx'
import { ReportPart } from './report-part.tsx'
import { StopPart } from './stop-part.tsx'
import { exchangeRowWords } from './tell-exchange.ts'
import type { ExchangeView } from './view.ts'

/** One exchange: what is known of it, its report, what was applied at home, and what the world sees. */
export function ExchangePage() {
  const { slug = '' } = useParams()
  const exchange = useSuspenseQuery(queryOf(readExchange, { slug })).data
  const { language, may } = useVisitor()
  const [w, of] = [words[language], exchangeWords[language]]
  const title = titleIn(language, exchange)
  usePageTitle(title.text)
  const { cancelled, keeps, id, published } = exchange
  return (
    <>
      <div className="top">
        <div>
          <p className="key">
            <Link to="/program/pertukaran">{w.back}</Link>
          </p>
          <h1 tabIndex={-1}>
            <bdi lang={title.lang}>{title.text}</bdi>
          </h1>
          <p className="sub">
            {of.kind[exchange.kind]} ·{' '}
            <Told exchange={exchange} field="standing" what={of.page.standing}>
              {of.standing[exchange.standing]}
            </Told>
          </p>
        </div>
        {published !== undefined && (
          <a className="btn sm" href={`/${language}/program/pertukaran/${exchange.slug}`}>
            {w.publicPage}
          </a>
        )}
      </div>
      {cancelled !== undefined && (
        <p className="note" role="note">
          {of.page.cancelled({ date: formatDate(cancelled.on, language), reason: cancelled.reason })}
        </p>
      )}
      <section className="sec strong">
        <Known exchange={exchange} />
        {keeps && (
          <Opened label={w.mend} draft={mendDraftKey(id)}>
            {(close) => <MendExchange exchange={exchange} onClose={close} />}
          </Opened>
        )}
      </section>
      <ReportPart exchange={exchange} />
      <AppliedPart exchange={exchange} />
      {may('programmes.publish') && <PublishPart exchange={exchange} />}
      {keeps && <StopPart exchange={exchange} />}
      {may('ledger.read') && (
        <section className="sec after">
          <h2 aria-hidden="true">{w.history}</h2>
          <History
            subject={id}
            title={w.history}
            tell={(changes) => {
              const told = changes.map((change) => {
                const row = exchangeRowWords(language)[change.table as keyof ReturnType<typeof exchangeRowWords>]
                return row === undefined ? { lines: [], others: 0 } : tellRow(language, change, row)
              })
              return {
                lines: told.flatMap(({ lines }) => lines),
                others: told.reduce((sum, { others }) => sum + others, 0),
              }
            }}
          />
        </section>
      )}
    </>
  )
}

/** Days, place, people, fields and bodies; what nobody has said is said to be so. */
function Known({ exchange }: { exchange: ExchangeView }) {
  const { language, may } = useVisitor()
  const of = exchangeWords[language]
  const named = exchange.fields.flatMap(({ sector, name }) => fieldName(language, { sector, name }) ?? [])
  return (
    <Facts>
      <Fact term={of.page.topic.title}>
        <Told exchange={exchange} field="title" what={of.page.topic.title}>
          <bdi lang={exchange.titleLang}>{exchange.title}</bdi>
        </Told>
      </Fact>
      <Fact term={of.page.of}>
        {exchange.relations.map((relation) => (
          <p key={relation.id}>
            {may('relations.read') ? (
              <Link to={`/kerja-sama/${relation.slug}`}>{nameIn(language, relation)}</Link>
            ) : (
              <bdi>{nameIn(language, relation)}</bdi>
            )}
          </p>
        ))}
      </Fact>
      <Fact term={of.page.when}>{writeDays(exchange, language) ?? of.days.unsaid}</Fact>
      <Fact term={of.page.direction}>{of.direction[exchange.direction ?? 'none']}</Fact>
      <Fact term={of.page.place}>
        {exchange.place === undefined ? (
          <span className="q">{sharedWords[language].notTold}</span>
        ) : (
          <bdi>{exchange.place}</bdi>
        )}
      </Fact>
      <Fact term={of.page.people}>{writePeople(exchange, language)}</Fact>
      <Fact term={of.page.fields}>{named.length > 0 && named.join(of.people.comma)}</Fact>
      {exchange.bodies.length === 0 && <Fact term={of.page.bodies}>{of.page.noBodies}</Fact>}
      {bodySides.map((side) => (
        <Fact key={side} term={of.side[side]}>
          {exchange.bodies
            .filter((body) => body.side === side)
            .map(({ name, nameLang, role }) => (
              <p key={name}>
                <bdi lang={nameLang}>{name}</bdi>
                {role !== undefined && (
                  <span className="q">
                    {of.line.of}
                    <bdi>{role}</bdi>
                  </span>
                )}
              </p>
            ))}
        </Fact>
      ))}
      <Fact term={words[language].form.unit}>{exchange.unit?.name}</Fact>
    </Facts>
  )
}

type ToldProps = { exchange: ExchangeView; field: string; what: string; children: ReactNode }

/** A value with the mark of how it is known; pressing it opens its sheet. */
function Told({ exchange, field, what, children }: ToldProps) {
  const level = exchange.levels[field] ?? 'recorded'
  return (
    <Sourced
      {...{ level, field, what, subject: exchange.id, difference: exchange.differences[field], inUse: children }}
    >
      {children}
    </Sourced>
  )
}
