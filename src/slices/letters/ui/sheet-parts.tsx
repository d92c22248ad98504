import { Fragment } from 'react'
import { blocksOf, linesOf, type Letterhead } from '../model.ts'

/** The letterhead as it is printed. */
export function SheetHead({ head }: { head: Letterhead }) {
  return (
    <header>
      <p className="gov">
        <Marked text={head.government} />
      </p>
      <p className="unit">
        <Marked text={head.unit} />
      </p>
      <Lines text={`${head.address}\n${head.contact}`} small />
    </header>
  )
}

type Signed = { office: string; signatory: string; rank: string }

/** Office, name and rank of who signs. */
export function Signature({ content, end = ',' }: { content: Signed; end?: string }) {
  return (
    <div className="sign">
      <p>
        <Marked text={`${content.office}${end}`} />
      </p>
      <p className="name">
        <Marked text={content.signatory} />
      </p>
      <Lines text={content.rank} />
    </div>
  )
}

/** Who else gets it, in the words of the letter's language; nothing where nobody does. */
export function Copies({ text, word }: { text: string; word: string }) {
  if (text === '') return null
  return (
    <>
      <p>{word}:</p>
      <ol>
        {linesOf(text).map((line, index) => (
          <li key={index}>
            <Marked text={line} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Paragraphs, numbered lines and named details of a letter. */
export function Body({ text }: { text: string }) {
  return blocksOf(text).map(({ marker, label, text: said }, index) =>
    label !== undefined ? (
      <p className="detail" key={index}>
        <span>{label}</span>
        <span>
          : <Marked text={said} />
        </span>
      </p>
    ) : marker === undefined ? (
      <p key={index}>
        <Marked text={said} />
      </p>
    ) : (
      <p className="item" key={index}>
        <span>{marker}</span>
        <span>
          <Marked text={said} />
        </span>
      </p>
    ),
  )
}

/** Lines of one paragraph. */
export function Lines({ text, small = false }: { text: string; small?: boolean }) {
  const lines = linesOf(text)
  if (lines.length === 0) return null
  return (
    <p className={small ? 's' : undefined}>
      {lines.map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          <Marked text={line} />
        </Fragment>
      ))}
    </p>
  )
}

/** Text with its blanks marked, isolated from the direction of its surroundings. */
export function Marked({ text }: { text: string }) {
  return (
    <bdi>
      {text
        .split(/(\[[^[\]\n]{1,120}\])/)
        .map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}
    </bdi>
  )
}
