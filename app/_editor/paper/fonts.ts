const FAMILY = 'Inter Variable'

/** The ranges of `U+0-FF, U+131, U+4??`. */
function rangesOf(text: string): [number, number][] {
  return text.split(',').flatMap((range): [number, number][] => {
    const [low = '', high = low] = range.trim().replace(/^U\+/i, '').split('-')
    const ends = [low.replaceAll('?', '0'), high.replaceAll('?', 'F')].map(end => Number.parseInt(end, 16))
    return ends.some(Number.isNaN) ? [] : [[ends[0]!, ends[1]!]]
  })
}

/** Whether a part of a font has letters of the text; one that does not say which it has may have any. */
export function hasLetters(unicodeRange: string, text: string): boolean {
  const ranges = rangesOf(unicodeRange)
  return (
    ranges.length === 0 ||
    [...text].some(letter => {
      const code = letter.codePointAt(0)!
      return ranges.some(([low, high]) => low <= code && code <= high)
    })
  )
}

function* fontFaces(): Iterable<CSSFontFaceRule> {
  const within = function* (rules: CSSRuleList): Iterable<CSSFontFaceRule> {
    for (const rule of rules) {
      if (rule instanceof CSSFontFaceRule) yield rule
      else if (rule instanceof CSSGroupingRule) yield* within(rule.cssRules)
    }
  }
  for (const sheet of document.styleSheets) {
    // Another origin's sheet (a browser extension's) does not let itself be read.
    try {
      yield* within(sheet.cssRules)
    } catch {}
  }
}

const asDataUrl = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })

/**
 * The page's own font, as rules that carry it in themselves: a picture has no page to take it from. Only the parts
 * that have letters of the text. Empty where the font cannot be had; then the reader's own sans serif stands in.
 */
export async function embeddedFont(text: string): Promise<string> {
  const faces = [...fontFaces()].filter(({ style }) => {
    const family = style.getPropertyValue('font-family').replace(/["']/g, '')
    const slanted = style.getPropertyValue('font-style') === 'italic'
    return family === FAMILY && !slanted && hasLetters(style.getPropertyValue('unicode-range'), text)
  })
  const rules = await Promise.all(
    faces.map(async ({ style, parentStyleSheet }) => {
      const [, address] = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src')) ?? []
      if (!address) return ''
      const answer = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI))
      if (!answer.ok) return ''
      const range = style.getPropertyValue('unicode-range')
      const data = await asDataUrl(await answer.blob())
      return `@font-face{font-family:"${FAMILY}";font-weight:100 900;src:url(${data}) format("woff2");${range && `unicode-range:${range};`}}`
    }),
  ).catch(() => [])
  return rules.join('')
}
