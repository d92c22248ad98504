/** What we use of html-to-text, which brings no types of its own. */
declare module 'html-to-text' {
  export function convert(
    html: string,
    options: {
      wordwrap: false
      limits: { maxInputLength: number; maxDepth: number; maxChildNodes: number; maxBaseElements: number }
      selectors: { selector: string; format?: string; options?: Record<string, boolean> }[]
    },
  ): string
}
