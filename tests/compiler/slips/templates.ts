import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from '@babel/parser'

interface Syntax {
  type: string
  [key: string]: unknown
}
const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string'

/** A sentence as it stands in the source, and whether a text has one in it that was made of it. */
export interface Template {
  file: string
  /** With … in the place of what is filled in. */
  text: string
  isIn: (said: string) => boolean
}

const COMPILER = resolve(import.meta.dirname, '../../../compiler')

/** The sentences of findings, and the titles of fixes, that stand in the compiler's source: where, and what they look like. */
export function templatesIn(folder: string): Template[] {
  return readdirSync(join(COMPILER, folder), { withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap(entry => {
      const file = `${folder}/${entry.name}`
      const source = readFileSync(join(COMPILER, file), 'utf8')
      const tree = parse(source, { sourceType: 'module', plugins: ['typescript'] })
      const found: Template[] = []
      const visit = (node: Syntax) => {
        for (const text of saidAt(node).flatMap(textsOf))
          found.push({ file, text, isIn: said => hasInOrder(said, text.split('…')) })
        for (const value of Object.values(node))
          for (const child of Array.isArray(value) ? value : [value]) if (isSyntax(child)) visit(child)
      }
      visit(tree.program as unknown as Syntax)
      return found
    })
}

const nameOf = (node: unknown) => (isSyntax(node) ? ((node.name ?? node.value) as string) : undefined)
const keysOf = (node: Syntax) => (node.properties as Syntax[]).map(property => nameOf(property.key))

/** The parts of the source at a node that are said to people. */
function saidAt(node: Syntax): Syntax[] {
  if (node.type === 'ObjectExpression')
    return (node.properties as Syntax[]).flatMap(property => {
      const key = nameOf(property.key)
      const said = key === 'message' || (key === 'title' && keysOf(node).includes('edits'))
      return said && isSyntax(property.value) ? [property.value] : []
    })
  if (node.type === 'VariableDeclarator' && nameOf(node.id) === 'message' && isSyntax(node.init))
    return [node.init]
  if (node.type === 'CallExpression') {
    const callee = node.callee as Syntax
    const name = callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee)
    const args = node.arguments as Syntax[]
    if (name === 'stop' || name === 'problem') return args.slice(0, 1)
    if (name === 'expect') return args.slice(1, 2)
    if (name === 'put' || name === 'takeOut') return args.slice(-1)
    if (name === 'push' && isSyntax(callee.object) && nameOf(callee.object) === 'problems') return args
  }
  if (node.type === 'ReturnStatement' && isSyntax(node.argument)) {
    const texts = textsOf(node.argument)
    return texts.some(text => /^[A-Z“].*\.$/.test(text)) ? [node.argument] : []
  }
  return []
}

/** The texts that an expression may come to, with … in the place of what is filled in. */
function textsOf(node: Syntax): string[] {
  if (node.type === 'StringLiteral') return [node.value as string]
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].flatMap(side => textsOf(side as Syntax))
  if (node.type !== 'TemplateLiteral') return []
  const parts = (node.quasis as Syntax[]).map(quasi => (quasi.value as { cooked: string }).cooked)
  return parts.some(part => /\p{L}/u.test(part)) ? [parts.join('…')] : []
}

function hasInOrder(said: string, parts: readonly string[]): boolean {
  let from = 0
  for (const part of parts) {
    const at = said.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}
