/**
 * Text as it may stand in XML 1.0, in an element or between quotes. What XML forbids even as a reference (control
 * characters, half surrogates, U+FFFE) is left out, and so are signs that turn the reading direction: a feed reader sets
 * titles of many sites in one list.
 */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\p{Bidi_Control}/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** An element with text in it. */
export function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`
}
