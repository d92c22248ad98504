// Writes the delivered letter templates (.docx) beside their slice. Whoever changes the layout changes it here and runs
// `node tools/letter-templates.ts`; the results are committed, because regions download them as a beginning.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { naskah } from './letter-templates-naskah.ts'
import { declaration, footer, w } from './letter-templates-ooxml.ts'
import { papers } from './letter-templates-papers.ts'
import { surat } from './letter-templates-surat.ts'

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
</Types>`

const relationships = (targets: Record<string, string>): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(
    targets,
  )
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

// The eastAsia fonts are those that Word brings for Japanese; LibreOffice and Korean text fall back by themselves.
const styles = `${declaration}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Yu Gothic"/><w:sz w:val="22"/><w:szCs w:val="22"/>
<w:lang w:val="id-ID" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="254" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>
<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>`

// A fixed day in every entry: the same source gives the same bytes.
const mtime = '2026-01-01T00:00:00Z'

for (const [name, document] of Object.entries({ surat, naskah, ...papers })) {
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relationships({ styles: 'styles.xml', footer: 'footer1.xml' }),
    'word/footer1.xml': footer,
    'word/styles.xml': styles,
  }
  const entries = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const)
  const file = join(import.meta.dirname, '..', 'src', 'slices', 'letters', `${name}.docx`)
  const written = zipSync(Object.fromEntries(entries), { level: 9, mtime })
  if (!process.argv.includes('--check')) writeFileSync(file, written)
  else if (!readFileSync(file).equals(written)) throw new Error(`${name}.docx is not what this script writes`)
}
