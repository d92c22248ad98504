import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../../ui/controls/act.ts'
import { formErrors } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { listOffers } from '../../csr/contract.ts'
import { PartnerPicker, type PickedPartner } from '../../partners/ui/partner-picker.tsx'
import { addCategory, addSponsor, relateContest } from '../contract.ts'
import { words as contestWords } from '../messages/words.gen.ts'
import { relationKinds, type RelationKind } from '../model.ts'
import { DropPart } from './drop-part.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { RelationField } from '../../relations/ui/relation-field.tsx'
import { SmallForm } from './small-form.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { ContestView } from './view.ts'
import { words } from './messages/words.gen.ts'

type PartProps = { contest: ContestView }
type FormProps = PartProps & { close: () => void }

/** What is entered for. */
export function Categories({ contest }: PartProps) {
  const { language } = useVisitor()
  const w = words[language]
  const { facts } = contestWords[language]
  return (
    <section className="sec">
      <h2>{facts.categories}</h2>
      {contest.categories.length === 0 && <EmptyState>{w.noCategories}</EmptyState>}
      <ul className="gap">
        {contest.categories.map(({ id, name, tier }) => (
          <li key={id}>
            <div>
              <bdi>{name}</bdi> {tier !== null && <span className="q">{tier}</span>}{' '}
              {contest.mayKeep && <DropPart id={id} kind="category" what={name} />}
            </div>
          </li>
        ))}
      </ul>
      {contest.mayKeep && (
        <Opened label={w.addCategory}>{(close) => <CategoryForm contest={contest} close={close} />}</Opened>
      )}
    </section>
  )
}

function CategoryForm({ contest: { id }, close: onClose }: FormProps) {
  const { language } = useVisitor()
  const w = words[language]
  const saved = useSaved()
  const draft = useDraft(`lomba/${id}/kategori`, { base: { name: '', tier: '' }, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addCategory, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const { name, tier } = draft.values
  const fields = { name: { id: 'category-name', label: w.categoryName }, tier: { id: 'category-tier', label: w.tier } }
  const errors = adding.failure?.code === 'invalid' ? formErrors(adding.failure.details, { language, fields }) : []
  return (
    <SmallForm
      label={w.addCategory}
      acting={adding}
      onCancel={close}
      onSave={() => void adding.send({ id, name, ...(tier.trim() !== '' && { tier }) })}
    >
      <TextField
        {...fields.name}
        error={errors[0]?.fault}
        value={name}
        onChange={(event) => draft.set({ name: event.currentTarget.value })}
      />
      <TextField
        {...fields.tier}
        short
        value={tier}
        onChange={(event) => draft.set({ tier: event.currentTarget.value })}
      />
    </SmallForm>
  )
}

/** Who helps: partners of the register, or words where no company is named. */
export function Helpers({ contest }: PartProps) {
  const { language } = useVisitor()
  const w = words[language]
  return (
    <section className="sec">
      <h2>{contestWords[language].facts.sponsors}</h2>
      {contest.sponsors.length === 0 && <EmptyState>{w.noSponsors}</EmptyState>}
      <ul className="gap">
        {contest.sponsors.map(({ id, partner, offered, words: said, wordsLang }) => (
          <li key={id}>
            <div>
              {partner !== null && (
                <Link to={`/mitra/${partner.slug}`}>
                  <bdi>{partner.name}</bdi>
                </Link>
              )}{' '}
              {said !== null && <bdi lang={wordsLang}>{said}</bdi>}{' '}
              {offered !== null && partner !== null && <Offered offered={offered} company={partner.slug} />}{' '}
              {contest.mayKeep && <DropPart id={id} kind="sponsor" what={partner?.name ?? said ?? ''} />}
            </div>
          </li>
        ))}
      </ul>
      {contest.mayKeep && (
        <Opened label={w.addSponsor}>{(close) => <SponsorForm contest={contest} close={close} />}</Opened>
      )}
    </section>
  )
}

/** Which offer it is, leading to its company's year. */
function Offered({ offered: { what, textLang, year }, company }: OfferedProps) {
  const w = words[useVisitor().language]
  return (
    <span className="s q">
      {w.offer} {year}:{' '}
      <Link to={`/program/tjsl/perusahaan/${company}?tahun=${year}`}>
        <bdi lang={textLang}>{what}</bdi>
      </Link>
    </span>
  )
}

interface OfferedProps {
  offered: { what: string; textLang: string; year: number }
  company: string
}

function SponsorForm({ contest: { id }, close: onClose }: FormProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  const saved = useSaved()
  const [partner, setPartner] = useState<PickedPartner>()
  const [offer, setOffer] = useState('')
  const { data: offers } = useQuery({
    ...queryOf(listOffers, { ...(partner !== undefined && { partner: partner.id }), limit: 100 }),
    enabled: partner !== undefined,
  })
  const draft = useDraft(`lomba/${id}/pendukung`, { base: { words: '' }, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addSponsor, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const pick = (picked: PickedPartner | undefined) => {
    setPartner(picked)
    setOffer('')
  }
  const said = draft.values.words
  const fields = { partner: { id: 'sponsor-partner', label: w.partner }, words: { id: 'sponsor-words', label: w.sponsorWords } } // prettier-ignore
  const errors = adding.failure?.code === 'invalid' ? formErrors(adding.failure.details, { language, fields }) : []
  const errorOf = (name: 'partner' | 'words') => errors.find(({ field }) => field === fields[name].id)?.fault
  return (
    <SmallForm
      label={w.addSponsor}
      acting={adding}
      onCancel={close}
      onSave={() =>
        void adding.send({
          id,
          ...(partner !== undefined && { partner: partner.id }),
          ...(partner !== undefined && offer !== '' && { offer }),
          ...(said.trim() !== '' && { words: said }),
        })
      }
    >
      {may('partners.read') && (
        <PartnerPicker {...fields.partner} error={errorOf('partner')} picked={partner} onPick={pick} />
      )}
      {offers !== undefined && offers.rows.length > 0 && (
        <SelectField
          id="sponsor-offer"
          label={w.offer}
          value={offer}
          choices={[
            { value: '', label: w.offerNone },
            ...offers.rows.map(({ id: value, what, year }) => ({ value, label: `${year} · ${what}` })),
          ]}
          onChange={(event) => setOffer(event.currentTarget.value)}
        />
      )}
      <TextField
        {...fields.words}
        hint={w.sponsorHint}
        error={errorOf('words')}
        value={said}
        onChange={(event) => draft.set({ words: event.currentTarget.value })}
      />
    </SmallForm>
  )
}

/** To which cooperation it belongs, or with which it is merely told. */
export function Relations({ contest }: PartProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  return (
    <section className="sec">
      <h2>{contestWords[language].facts.relation}</h2>
      {contest.relations.length === 0 && <EmptyState>{w.noRelations}</EmptyState>}
      <ul className="gap">
        {contest.relations.map(({ id, slug, name, kind }) => (
          <li key={id}>
            <div>
              {may('relations.read') ? (
                <Link to={`/kerja-sama/${slug}`}>
                  <bdi>{name}</bdi>
                </Link>
              ) : (
                <bdi>{name}</bdi>
              )}{' '}
              <span className="q">{w.relationKind[kind]}</span>{' '}
              {contest.mayKeep && <DropPart id={id} kind="relation" what={name} />}
            </div>
          </li>
        ))}
      </ul>
      {contest.mayKeep && (
        <Opened label={w.addRelation}>{(close) => <RelationForm contest={contest} close={close} />}</Opened>
      )}
    </section>
  )
}

function RelationForm({ contest: { id }, close }: FormProps) {
  const { language } = useVisitor()
  const w = words[language]
  const saved = useSaved()
  const [text, setText] = useState('')
  const [relation, setRelation] = useState<string>()
  const [kind, setKind] = useState<RelationKind>('belongs')
  const [isAsked, setIsAsked] = useState(false)
  const adding = useAct(relateContest, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const isTaken = adding.failure?.code === 'invalid'
  return (
    <SmallForm
      label={w.addRelation}
      acting={adding}
      onCancel={close}
      onSave={() => {
        setIsAsked(relation === undefined)
        if (relation !== undefined) void adding.send({ id, relation, kind })
      }}
    >
      <RelationField
        id="contest-relation"
        label={w.relation}
        error={isTaken ? w.relationTaken : isAsked && relation === undefined ? w.relationMissing : undefined}
        text={text}
        onWho={(who) => {
          setText(who.text)
          setRelation(who.relation)
        }}
      />
      <SelectField
        id="contest-relation-kind"
        label={w.how}
        value={kind}
        choices={relationKinds.map((value) => ({ value, label: w.relationKind[value] }))}
        onChange={(event) => setKind(relationKinds.find((one) => one === event.currentTarget.value) ?? 'belongs')}
      />
    </SmallForm>
  )
}
