/**
 * Mutants that decide, find and print everything as the source does: no test can tell them from it. Each with its reason;
 * the runner leaves them out of its count, and tells of entries that match nothing any more. Without a `change`, whatever
 * is changed in the line.
 */
export const EQUIVALENTS: readonly { file: string; source: string; change?: string; because: string }[] = [
  ...[
    'seed = 0x811c9dc5',
    'if (seeds.size > 10_000) seeds.clear()',
    'let hash = seed ^ Math.imul(id | 0, 0x9e3779b1) ^ Math.imul((id / 4_294_967_296) | 0, 0x85ebca6b)',
    'hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)',
    'hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)',
    'return hash ^ (hash >>> 16)',
  ].map(source => ({
    file: 'compiler/3-diagram/join.ts',
    source,
    because:
      'Boxes are looked up by this number, and then compared in full: any number will do that is the same for the same box.',
  })),
  {
    file: 'compiler/compare/nodes.ts',
    source:
      'const mixed = (hash: number, more: number) => Math.imul(hash ^ more, 0x9e3779b1) ^ (hash >>> 15)',
    because:
      'Branches are looked up by this number, and then compared in full: any number will do that is the same for the same branch.',
  },
  {
    file: 'compiler/2-checks/cases.ts',
    source: 'for (let visit = this.open.pop(); visit && this.undecided === null; visit = this.open.pop())',
    change: 'visit && this.undecided === null => visit',
    because:
      'Once the budget is spent, a visit is the end of itself: what is left on the stack is taken off without a look.',
  },
  {
    file: 'compiler/language/tests/value-words.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a line of source.
    source: "return `${ms < 0 ? '−' : ''}${parts.join(' ')}`",
    change: '0 => 1',
    because: 'Milliseconds are whole, and none at all is said before: there is nothing from 0 up to 1.',
  },
  {
    file: 'compiler/2-checks/never-taken.ts',
    source: 'if ([...row].every(([fact, set]) => set === edge.when.get(fact)!.set)) return undefined',
    change: '[...row].every(([fact, set]) => set === edge.when.get(fact)!.set) => false',
    because:
      'Where nothing is turned round, the row is the answer’s own: no case takes it, so that another answer does, or none comes, and no fix is offered either way.',
  },
  {
    file: 'compiler/2-checks/never-taken.ts',
    source: 'if ([...row].every(([fact, set]) => set === edge.when.get(fact)!.set)) return undefined',
    change: 'return undefined => ;',
    because:
      'Where nothing is turned round, the row is the answer’s own: no case takes it, so that another answer does, or none comes, and no fix is offered either way.',
  },
  {
    file: 'compiler/2-checks/pointless-question.ts',
    source: 'sameEitherWay(replay, node, finding.witness ?? {})',
    change: 'finding.witness ?? {} => finding.witness',
    because: 'Without a witness there is no path that comes to the question, which is looked at before.',
  },
  {
    file: 'compiler/2-checks/wordless.ts',
    source: "const offered = end.kind === 'close' ? (end.options ?? []) : []",
    change: "end.kind === 'close' ? (end.options ?? []) : [] => (end.options ?? [])",
    because: 'An escalation has no options: the kind is asked for the sake of the types.',
  },
  {
    file: 'compiler/2-checks/question.ts',
    source: 'return meets(box, tests)',
    change: 'box, tests => tests, box',
    because:
      'Boxes have cases, and tests that no value passes are kept away: then it makes no difference which of the two is gone through.',
  },
  {
    file: 'compiler/3-diagram/build.ts',
    source: 'let possible = candidates.filter(({ tests }) => meets(box, tests) && !hasNone(tests))',
    change: 'box, tests => tests, box',
    because:
      'Boxes have cases, and tests that no value passes are kept away: then it makes no difference which of the two is gone through.',
  },
  {
    file: 'compiler/2-checks/cases.ts',
    source: 'const [first, ...rest] = left.filter(tests => meets(at, tests))',
    change: 'at, tests => tests, at',
    because: 'Tests that no value passes would be cut out of the box, too, which leaves it as it is.',
  },
  {
    file: 'compiler/compare/example.ts',
    source:
      "Object.values(args).flatMap(arg => (typeof arg === 'object' && arg !== null ? [arg.fact] : [])),",
    change: "typeof arg === 'object' && arg !== null ? [arg.fact] : [] => ([arg.fact])",
    because:
      'A literal supplies no fact: undefined is then among the suppliers, which no fact is called, and the first example stays.',
  },
  {
    file: 'compiler/4-table/trace.ts',
    source: 'const way = only?.length === 1 ? ways[only[0]!] : undefined',
    because:
      'It is only where the way is looked for first: a way is taken here where all cases of the row take it, and no other one is then found below.',
  },
  ...[
    'const near = order.reduce((sum, i, a) => sum + Math.max(0, countUpTo(lows, high[i]!) - a - 1), 0)',
    'let [from, to] = [0, ascending.length]',
    'while (from < to) {',
    'const middle = (from + to) >> 1',
    'if (ascending[middle]! <= x) from = middle + 1',
    'return from',
  ].map(source => ({
    file: 'compiler/1-graph/clashes.ts',
    source,
    because: 'It tells along which fact the answers are gone through: along any of them the same clash.',
  })),
  {
    file: 'compiler/runtime/index-rows.ts',
    source: 'const key = copies < mostCopies && keyOf(its)',
    because:
      'It says for which nodes to look whether they are there already: a node that is there twice leads to the same rows.',
  },
  {
    file: 'compiler/runtime/split-rows.ts',
    source: 'group.pairs.push(pair)',
    change: 'push => unshift',
    because: 'Runs are put in order when they are joined.',
  },
  {
    file: 'compiler/runtime/canonical-json.ts',
    source: 'let ordered = true',
    because:
      'What is in order already may be put in order all the same: only the engine’s own text is made sooner.',
  },
  {
    file: 'compiler/2-checks/question.ts',
    source: 'if (settled >= 0) possible = possible.slice(0, settled + 1)',
    change: '0 => 1',
    because:
      'Where the first answer that is possible holds, it is taken, whatever else is possible behind it.',
  },
]
