import { expect, it } from 'vitest'
import { gridOf } from '@/compiler/runtime/grid'
import { readCanonical } from '@/compiler/runtime/tests'

const read = (text: string) => readCanonical(text, 'number', gridOf('number'))

it('null stands alone: it is no end of anything', () => {
  expect(read('5, null')).toMatchObject({ ranges: [{ low: 5, high: 5 }], null: true })
  for (const text of ['< null', '>= null', '[null..5]', '(0..null)'])
    expect(() => read(text)).toThrow(new SyntaxError(`“${text}” is not in canonical form.`))
})
