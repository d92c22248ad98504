import type { Drawing, FittedText } from '../../platform/drawing.ts'
import type { Language } from '../../shared/languages.ts'
import { band, railAcross, type Drawing as Plait, type RailShape } from '../../ui/marks/plait-shapes.ts'
import type { Tone } from '../../ui/marks/plait.ts'

/** What the picture says; everything in it is published. */
export interface Card {
  language: Language
  region: string
  /** Under the region's name: whose side of the work this is. */
  tagline: string
  title: string
  /** The big word, in its colour. */
  word?: { text: string; tone: CardTone } | undefined
  sentence: string
  /** "Keadaan per 21 November 2026"; in a demonstration also that it is one. */
  foot: string
  warning: string | undefined
  /** The stage in hand, from 0; without one the whole plait is drawn, as under every header. */
  rail?: RailShape | undefined
  /** Draws the whole plait no larger than a header does, where a reader could take it for how far something has come. */
  small?: boolean
}

export type CardTone = 'live' | 'wait' | 'past' | 'loss' | 'plain'

/** The light values of tokens.css, which a picture cannot ask. */
const colours = {
  paper: '#fdfdfb',
  ink: '#15201f',
  ink2: '#4a5857',
  teal: '#0a5b60',
  strands: { region: '#15201f', partner: '#2a8a86', ahead: '#b4c2bf', gap: '#fdfdfb' } satisfies Record<Tone, string>,
  tones: { live: '#0a5b60', wait: '#7a4f00', past: '#4a5857', loss: '#a03321', plain: '#15201f' } satisfies Record<
    CardTone,
    string
  >,
}

export const cardSize = { width: 1200, height: 630 } as const
const left = 72
const middleOfPlait = 372

/** 1200 × 630, what messengers show under an address: region, names, the plait at its stage, one sentence. */
export function drawCard(card: Card): Drawing {
  const { rail, word } = card
  const across = { x: left, y: 0, width: cardSize.width - 2 * left, colour: colours.ink, lang: card.language }
  const line = (text: Partial<FittedText> & Pick<FittedText, 'words' | 'y'>): FittedText => ({
    ...across,
    height: 40,
    size: 30,
    least: 22,
    lines: 1,
    ...text,
  })
  const plait = rail === undefined ? wholePlait(card) : plaitOfRail(rail)
  return {
    ...cardSize,
    paper: colours.paper,
    strokes: plait.strokes,
    discs: plait.discs,
    texts: [
      line({ words: card.region, y: 44, size: 34, bold: true, height: 44 }),
      line({ words: card.tagline, y: 90, size: 24, colour: colours.ink2 }),
      line({ words: card.title, y: 134, height: 184, size: 72, least: 40, lines: 3, bold: true, middle: true }),
      ...(word === undefined
        ? [line({ words: card.sentence, y: 438, height: 92, size: 32, least: 26, lines: 2 })]
        : [
            line({ words: word.text, y: 428, size: 42, bold: true, height: 54, colour: colours.tones[word.tone] }),
            line({ words: card.sentence, y: 486, size: 28, height: 40, colour: colours.ink2 }),
          ]),
      line({ words: card.foot, y: 546, size: 24, colour: colours.ink2 }),
      ...(card.warning === undefined
        ? []
        : [line({ words: card.warning, y: 582, size: 22, least: 18, colour: colours.ink2 })]),
    ],
  }
}

type Drawn = Pick<Drawing, 'strokes' | 'discs'>

/** The rail from the left margin out over the right edge, with its disc. */
function plaitOfRail(rail: RailShape): Drawn {
  const width = cardSize.width - left
  const scale = { x: width / 960, y: 1.6, left: left + 12, top: middleOfPlait - 24 * 1.6 }
  const at = left + 12 + (rail.now * width) / rail.stages
  const discs = [
    { x: at, y: middleOfPlait, radius: 17, colour: colours.paper },
    { x: at, y: middleOfPlait, radius: 12, colour: colours.teal },
  ]
  return { strokes: strokesOf(railAcross(rail), scale), discs: rail.now < 0 ? [] : discs }
}

function wholePlait({ small = false }: Pick<Card, 'small'>): Drawn {
  const y = small ? 1.1 : 3
  const scale = { x: cardSize.width / 960, y, left: 0, top: middleOfPlait - 11 * y }
  return { strokes: strokesOf(band, scale, small ? 0.55 : 1), discs: [] }
}

interface Scale {
  x: number
  y: number
  left: number
  top: number
}

/** Points are moved one by one, so that a strand keeps its width however flat the drawing becomes. */
function strokesOf({ strokes }: Plait, scale: Scale, weight = 1): Drawing['strokes'] {
  return strokes.map(({ tone, d }) => ({
    d: d.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) =>
      [Number(x) * scale.x + scale.left, Number(y) * scale.y + scale.top].map((value) => value.toFixed(1)).join(' '),
    ),
    colour: colours.strands[tone],
    width: (tone === 'gap' ? 14 : 5) * weight,
  }))
}
