import { printSet } from '@/compiler/language/tests/canonical'
import { type Domain, domainOf, passesAll, setOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'
import { printTest } from '@/compiler/language/tests/print'
import type { Test } from '@/compiler/language/tests/test'
import { isEmpty } from '@/compiler/language/tests/value-set'
import { testWords } from '@/compiler/language/tests/words'
import { FACT_TYPES, type FactType } from '@/compiler/runtime/values'

/** Domains, as a handbook writes them, and conditions on facts of them. */
const READ: Record<
  FactType,
  { domains: [allowed?: string, step?: number, mayBeUnknown?: boolean][]; tests: string[] }
> = {
  boolean: {
    domains: [[], ['true'], [undefined, undefined, true]],
    tests: [
      'true',
      'false',
      'false, true',
      'not(true)',
      'not(true, false)',
      'null',
      'true, null',
      'not(null)',
      '-',
    ],
  },
  number: {
    domains: [
      [],
      ['[0..100]'],
      ['[0..10], [20..30]', 1],
      ['> 0', 0.01],
      ['1, 2, 5, 10'],
      [undefined, 5, true],
      ['not(3)', 1, true],
    ],
    tests: [
      ...[
        '10',
        '-3',
        '12345.678',
        '-20000',
        '1e21',
        '5e-324',
        '0.1, 0.2',
        '< 5',
        '<= 5',
        '> 5',
        '>= 5',
        '< 24.99',
        '<= 24.99',
        '> 0.01',
        '>= 0.01',
      ],
      ...[
        '[5..10]',
        '(5..10)',
        '[5..10)',
        '(5..10]',
        '[10..20]',
        '[11..19]',
        '[0..100]',
        '(-1..101)',
        '(5..5)',
        '[5..5]',
        '(4..6)',
        '(4..5)',
        '[10..5]',
      ],
      ...[
        '1, 2, 5',
        '1, 2, 5, 10',
        '< 5, > 7',
        '< 5, >= 5',
        '< 5, 5, > 5',
        '[1..3], [4..6]',
        '[1..3], [3..6]',
        '(9..21), 25',
        '30, < 2, [4..5]',
      ],
      ...[
        'not(5)',
        'not(< 5)',
        'not([5..10])',
        'not(5, 7)',
        'not(null)',
        'not(5, null)',
        'null',
        '5, null',
        '-',
      ],
    ],
  },
  string: {
    domains: [
      [],
      ['"a", "b", "c"'],
      ['not("test")'],
      [undefined, undefined, true],
      ['"a", "b"', undefined, true],
      ['not("test", "b")', undefined, true],
    ],
    tests: [
      ...[
        '"a"',
        '"b", "a"',
        '"a", "a"',
        '"a", "b", "c"',
        'not("a")',
        'not("b", "a")',
        'not("a", "b", "c")',
        '""',
        '"é", "z", "Z"',
        '"say \\"no\\""',
      ],
      ...[
        'null',
        '"a", null',
        'not(null)',
        'not("a", null)',
        '"test"',
        'not("test")',
        'not("a", "test")',
        '"d"',
        '-',
      ],
    ],
  },
  date: {
    domains: [
      [],
      ['[date("2026-01-01")..date("2026-12-31")]'],
      ['date("2026-01-01"), date("2026-02-01")'],
      [undefined, undefined, true],
    ],
    tests: [
      ...[
        'date("2026-01-01")',
        '< date("2026-03-01")',
        '<= date("2026-03-01")',
        '> date("2026-03-01")',
        '>= date("2026-03-01")',
        '@"2026-01-01"',
      ],
      ...[
        '[date("2026-01-01")..date("2026-01-31")]',
        '[date("2026-01-01")..date("2026-02-01"))',
        '(date("2025-12-31")..date("2026-02-01"))',
      ],
      ...[
        '(date("2026-01-01")..date("2026-01-03"))',
        'date("2026-01-01"), date("2026-01-02")',
        'not(date("2026-01-01"))',
        '>= date("0001-01-01")',
      ],
      ...['<= date("9999-12-31")', '< date("0001-01-01")', 'date("2024-02-29"), null', '-'],
    ],
  },
  time: {
    domains: [[], ['[time("09:00:00")..time("17:00:00")]'], [undefined, undefined, true]],
    tests: [
      ...[
        'time("00:00:00")',
        'time("12:00:00")',
        'time("00:30:00")',
        'time("12:30:15")',
        'time("23:59:59")',
        '< time("12:00:00")',
        '<= time("12:00:00")',
      ],
      ...[
        '> time("12:00:00")',
        '>= time("12:00:00")',
        '<= time("23:59:59")',
        '>= time("00:00:00")',
        '< time("00:00:01")',
        '> time("23:59:58")',
      ],
      ...[
        '[time("09:00:00")..time("17:00:00")]',
        '[time("09:00:00")..time("17:00:00"))',
        '(time("09:00:00")..time("17:00:00"))',
      ],
      ...[
        '(time("09:00:00")..time("17:00:00")]',
        '[time("00:00:00")..time("12:00:00")]',
        '[time("00:00:00")..time("12:00:00"))',
        '(time("00:00:00")..time("12:00:00"))',
      ],
      ...[
        '[time("00:00:00")..time("23:59:59")]',
        '[time("20:00:00")..time("23:59:59")]',
        '(time("20:00:00")..time("23:59:59")]',
        '[time("20:00:00")..time("23:59:59"))',
      ],
      ...['not(time("12:00:00"))', '< time("09:00:00"), > time("17:00:00")', 'null', '-'],
    ],
  },
  'date and time': {
    domains: [[], ['>= date and time("2026-01-01T00:00:00Z")', undefined, true]],
    tests: [
      ...[
        'date and time("2026-01-31T15:00:00Z")',
        '< date and time("2026-07-31T15:00:00-06:00")',
        '>= date and time("2026-01-31T06:00:00Z")',
      ],
      ...[
        '> date and time("2026-01-31T23:59:59.999Z")',
        '[date and time("2026-03-08T07:59:59Z")..date and time("2026-03-08T08:00:00Z")]',
      ],
      ...[
        '(date and time("2026-03-08T07:59:59Z")..date and time("2026-03-08T08:00:00Z"))',
        'date and time("0099-01-01T00:00:00Z")',
        'null',
        '-',
      ],
    ],
  },
  'days and time duration': {
    domains: [[], ['[duration("PT0S")..duration("P30D")]'], [undefined, undefined, true]],
    tests: [
      ...[
        'duration("P1D")',
        'duration("-P1D")',
        'duration("PT0S")',
        'duration("P12345DT23H59M58.5S")',
        'duration("PT1M")',
        'duration("PT1S")',
        'duration("PT0.5S")',
      ],
      ...[
        '< duration("PT36H")',
        '<= duration("PT24H")',
        '> duration("PT61M")',
        '>= duration("P2D")',
        '[duration("PT1H")..duration("PT2H")]',
      ],
      ...[
        '(duration("PT1H")..duration("PT2H"))',
        '[duration("PT1H")..duration("PT2H"))',
        'not(duration("P1D"))',
        'null',
        '-',
      ],
    ],
  },
}

const ZONES = ['America/Chicago', 'Asia/Kolkata', 'No/Where']

/** What each condition is read as: in canonical form for each domain, in words, and printed as it stands. */
export function readingLines(): string[] {
  return FACT_TYPES.flatMap(type => {
    const { domains, tests } = READ[type]
    const made = domains.map(([allowed, step, mayBeUnknown = false]): Domain => {
      const form = { type, mayBeUnknown, ...(step !== undefined && { step }) }
      return domainOf(form, allowed === undefined ? undefined : read(allowed, type))
    })
    return [
      `## ${type}`,
      ...tests.flatMap(text => {
        const test = read(text, type)
        const zones = type === 'date and time' ? ZONES.map(zone => testWords(text, type, zone)) : []
        return [
          `- \`${text}\`: ${[testWords(text, type), ...zones].join(' | ')}; \`${printTest(test, type)}\``,
          ...made.map((domain, i) => {
            const set = setOf(test, domain)
            const whole = passesAll(set, domain)
              ? 'anything'
              : isEmpty(set)
                ? 'nothing'
                : `\`${printSet(set, domain)}\``
            return `  - in ${JSON.stringify(domains[i])}: ${whole}`
          }),
        ]
      }),
    ]
  })
}

function read(text: string, type: FactType): Test {
  const parsed = parseTest(text, type)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`)
  return parsed.test
}
