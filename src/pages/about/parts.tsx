import type { ReactNode } from 'react'
import type { Page } from '../../platform/portal.ts'

export interface AboutPage {
  title: string
  lead?: string
  children: ReactNode
}

/** A page of plain text: heading, one sentence, sections. It belongs to the installation, to no region. */
export function pageOf({ title, lead, children }: AboutPage): Page {
  return {
    title,
    ...(lead !== undefined && { description: lead }),
    body: (
      <>
        <div className="top">
          <div>
            <h1>{title}</h1>
            {lead !== undefined && <p className="sub">{lead}</p>}
          </div>
        </div>
        {children}
      </>
    ),
  }
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sec">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Short statements, each on its own line. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line} className="gap">
          <p>{line}</p>
        </li>
      ))}
    </ul>
  )
}
