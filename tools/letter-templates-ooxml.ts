// The few pieces of WordprocessingML that the letters are made of. Lengths are twentieths of a point (dxa).

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
// A picture that is put in later uses these.
const forPictures =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'

/** The beginning of a list or part that repeats whole paragraphs, from this one to that with its end. */
export const open = (name: string): string => `{#${name} [loopOver: "paragraph"]}`
export const close = (name: string): string => `{/${name}}`
/** One paragraph for each entry of a list. */
export const each = (name: string, text: string): string => `${open(name)}${text}${close(name)}`

/** A4 with the left margin that a binder needs; the width between the margins. */
export const textWidth = 9354

export interface Look {
  bold?: boolean
  /** Half points. */
  size?: number
  align?: 'center' | 'right' | 'both'
  before?: number
  after?: number
  indent?: number
  /** How far the first line stands out to the left, for a number. */
  hanging?: number
  keepNext?: boolean
  line?: 'below'
  pageBreak?: boolean
  caps?: boolean
  /** Small and high, as the number of a source. */
  raised?: boolean
  /** The height of each line whatever letters stand in it: those of East Asia would make it half as high again. */
  exact?: number
}

/** One paragraph; a tab in the text becomes a tab. */
export function paragraph(text: string, look: Look = {}): string {
  const { align, before = 0, after = 0, indent = 0, hanging = 0, keepNext, line, pageBreak, exact } = look
  const properties = [
    keepNext ? '<w:keepNext/>' : '',
    pageBreak ? '<w:pageBreakBefore/>' : '',
    line === 'below' ? '<w:pBdr><w:bottom w:val="double" w:sz="6" w:space="6" w:color="000000"/></w:pBdr>' : '',
    hanging > 0 ? `<w:tabs><w:tab w:val="left" w:pos="${indent}"/></w:tabs>` : '',
    `<w:spacing w:before="${before}" w:after="${after}"${exact === undefined ? '' : ` w:line="${exact}" w:lineRule="exact"`}/>`,
    indent > 0 ? `<w:ind w:left="${indent}" w:hanging="${hanging}"/>` : '',
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    // An empty line is as high as its own mark.
    text === '' && look.size !== undefined ? `<w:rPr><w:sz w:val="${look.size}"/></w:rPr>` : '',
  ].join('')
  const runs = text === '' ? '' : tabbed(text, look)
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
}

const tabbed = (text: string, look: Look): string =>
  text
    .split('\t')
    .map((part) => (part === '' ? '' : run(part, look)))
    .join('<w:r><w:tab/></w:r>')

/** A paragraph of pieces that look different; each piece is one run. */
export function mixed(pieces: readonly (readonly [string, Look?])[], look: Look = {}): string {
  const runs = pieces.map(([text, own]) => tabbed(text, { ...look, ...own })).join('')
  return paragraph('', look).replace('</w:p>', `${runs}</w:p>`)
}

function run(text: string, { bold, size, caps, raised }: Look): string {
  const properties = [
    bold ? '<w:b/>' : '',
    caps ? '<w:caps/>' : '',
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    raised ? '<w:vertAlign w:val="superscript"/>' : '',
  ].join('')
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

export interface TableLook {
  widths: readonly number[]
  /** Room to the right inside each cell. */
  gap?: number
  mayBreak?: boolean
  /** With lines, and its first row again on every page. */
  ruled?: boolean
}

const rules = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')}</w:tblBorders>`
const room = '<w:tcMar><w:top w:w="50" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tcMar>' // prettier-ignore

/** A table; each cell holds paragraphs. */
export function table(
  rows: readonly (readonly string[])[],
  { widths, gap = 0, mayBreak = false, ruled = false }: TableLook,
): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const total = widths.reduce((sum, width) => sum + width, 0)
  const margin = ruled ? room : gap === 0 ? '' : `<w:tcMar><w:right w:w="${gap}" w:type="dxa"/></w:tcMar>`
  const drawn = rows
    .map(
      (cells, at) =>
        `<w:tr><w:trPr>${mayBreak ? '' : '<w:cantSplit/>'}${ruled && at === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells
          .map(
            (cell, index) =>
              `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/>${margin}</w:tcPr>${cell}</w:tc>`,
          )
          .join('')}</w:tr>`,
    )
    .join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${ruled ? rules : ''}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${drawn}</w:tbl>`
}

/** The part with the page number, as the document names it. */
export const footerId = 'rId2'

/** The page's number and how many there are, small and in the middle. */
export const footer = `${declaration}<w:ftr ${w}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field('PAGE')}${small(' / ')}${field('NUMPAGES')}</w:p></w:ftr>`

function small(text: string): string {
  return `<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

function field(code: string): string {
  return `<w:fldSimple w:instr=" ${code} ">${small('1')}</w:fldSimple>`
}

/** The whole document on A4. */
export function documentOf(body: readonly string[]): string {
  return `${declaration}<w:document ${w} ${forPictures}><w:body>${body.join('\n')}<w:sectPr><w:footerReference w:type="default" r:id="${footerId}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="964" w:right="1134" w:bottom="964" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
}
