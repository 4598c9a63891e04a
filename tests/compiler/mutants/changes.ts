/** A node of the syntax tree, as the parser gives it; offsets are in UTF-16 units of the source. */
export interface Syntax {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** A text to put in the place of another one. */
export interface Change {
  start: number
  end: number
  text: string
}

export const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string'

const OTHERS: Record<string, readonly string[]> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&': ['|'],
  '|': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '+=': ['-='],
  '-=': ['+='],
  '|=': ['&='],
  '&=': ['|='],
  '??=': ['&&='],
}

const METHODS: Record<string, string> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  startsWith: 'endsWith',
  shift: 'pop',
  pop: 'shift',
  push: 'unshift',
}

/** Whatever their arguments' order, these say the same. */
const EITHER_WAY =
  /^(Math\.(max|min)|equalSets|isDeepStrictEqual|intersect|union|(intersect|union)Runs|boxesMeet|intersectBoxes|(this\.)?sets\.meet)$/

/** Methods that can be left out: what they are called on is of the same kind. */
const PASSING = new Set([
  'filter',
  'sort',
  'reverse',
  'toReversed',
  'slice',
  'trim',
  'toLowerCase',
  'replace',
])

type Source = string
const textOf = (source: Source, node: Syntax) => source.slice(node.start, node.end)
const list = (value: unknown): Syntax[] => (Array.isArray(value) ? value.filter(isSyntax) : [])

/** Where an operator stands between its two sides. */
function between(source: Source, node: Syntax, text: (operator: string) => readonly string[]): Change[] {
  const [left, right] = [node.left as Syntax, node.right as Syntax]
  const operator = node.operator as string
  const start = source.indexOf(operator, left.end)
  if (start < 0 || start >= right.start) return []
  return text(operator).map(other => ({ start, end: start + operator.length, text: other }))
}

/** A member of a list with the comma after it, or before it where it is the last. */
function withComma(source: Source, { start, end }: Syntax): Change {
  const after = /^\s*,/.exec(source.slice(end))
  if (after) return { start, end: end + after[0].length, text: '' }
  const before = /,\s*$/.exec(source.slice(0, start))
  return { start: start - (before?.[0].length ?? 0), end, text: '' }
}

/** Every small mistake that could be made at a node, by the node's type. */
const MISTAKES: Record<string, (node: Syntax, source: Source) => Change[]> = {
  BinaryExpression: (node, source) => between(source, node, operator => OTHERS[operator] ?? []),
  LogicalExpression: (node, source) => [
    ...between(source, node, operator => OTHERS[operator] ?? []),
    { start: node.start, end: node.end, text: textOf(source, node.left as Syntax) },
    { start: node.start, end: node.end, text: textOf(source, node.right as Syntax) },
  ],
  AssignmentExpression: (node, source) => between(source, node, operator => OTHERS[operator] ?? []),
  UnaryExpression: (node, source) =>
    ['!', '-', '~'].includes(node.operator as string)
      ? [{ start: node.start, end: node.end, text: textOf(source, node.argument as Syntax) }]
      : [],
  UpdateExpression: (node, source) => [
    {
      start: node.start,
      end: node.end,
      text: textOf(source, node).replace(/\+\+|--/, operator => (operator === '++' ? '--' : '++')),
    },
  ],
  ConditionalExpression: (node, source) => [
    { start: node.start, end: node.end, text: `(${textOf(source, node.consequent as Syntax)})` },
    { start: node.start, end: node.end, text: `(${textOf(source, node.alternate as Syntax)})` },
  ],
  IfStatement: (node, source) => {
    const { start, end } = node.test as Syntax
    return [
      { start, end, text: `!(${source.slice(start, end)})` },
      { start, end, text: 'false' },
    ]
  },
  NumericLiteral: ({ start, end, value }) => [
    { start, end, text: String((value as number) + 1) },
    ...(value === 0 ? [] : [{ start, end, text: `(${(value as number) - 1})` }]),
  ],
  BigIntLiteral: ({ start, end, value }) => [{ start, end, text: value === '0' ? '1n' : '0n' }],
  BooleanLiteral: ({ start, end, value }) => [{ start, end, text: String(!value) }],
  ArrayExpression: ({ start, end, elements }) =>
    list(elements).length > 0 ? [{ start, end, text: '[]' }] : [],
  SpreadElement: (node, source) => [withComma(source, node)],
  ObjectProperty: (node, source) => (isSyntax(node.value) ? [withComma(source, node)] : []),
  CallExpression: (node, source) => {
    const [callee, args] = [node.callee as Syntax, list(node.arguments)]
    const changes: Change[] = []
    const swappable = !EITHER_WAY.test(textOf(source, callee))
    if (
      swappable &&
      args[0] &&
      args[1] &&
      args[0].type !== 'SpreadElement' &&
      args[1].type !== 'SpreadElement'
    )
      changes.push({
        start: args[0].start,
        end: args[1].end,
        text: textOf(source, args[1]) + source.slice(args[0].end, args[1].start) + textOf(source, args[0]),
      })
    if (callee.type !== 'MemberExpression' || callee.computed) return changes
    const { start, end, name } = callee.property as Syntax & { name: string }
    const other = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
    if (other !== undefined) changes.push({ start, end, text: other })
    if (PASSING.has(name))
      changes.push({ start: node.start, end: node.end, text: textOf(source, callee.object as Syntax) })
    return changes
  },
  ExpressionStatement: ({ start, end }) => [{ start, end, text: ';' }],
  ContinueStatement: ({ start, end }) => [{ start, end, text: ';' }],
  BreakStatement: ({ start, end }) => [{ start, end, text: ';' }],
  ThrowStatement: ({ start, end }) => [{ start, end, text: ';' }],
  ReturnStatement: ({ start, end, argument }) => (argument ? [{ start, end, text: ';' }] : []),
}

/** The mistakes that could be made at a node; none at most of them. */
export const mistakesAt = (node: Syntax, source: string): Change[] =>
  Object.hasOwn(MISTAKES, node.type)
    ? MISTAKES[node.type]!(node, source).filter(
        ({ start, end, text }) => source.slice(start, end).trim() !== text.trim(),
      )
    : []
