import { spawn } from 'node:child_process'

/** A problem that is told in a sentence, without a stack. */
export class Problem extends Error {}

/**
 * Runs a step that takes its time, and says so in one line.
 * @template T @param {string} title @param {() => Promise<T>} step @returns {Promise<T>}
 */
export async function progress(title, step) {
  const start = Date.now()
  process.stdout.write(`  ${title} …`)
  try {
    const result = await step()
    process.stdout.write(` ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
    return result
  } catch (error) {
    process.stdout.write(' failed\n')
    throw error
  }
}

/**
 * Runs a program quietly. Where it fails, everything that it said is in the problem.
 * @param {string} program @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<string>} what it printed
 */
export function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout?.on('data', chunk => (output += chunk))
    child.stderr?.on('data', chunk => (output += chunk))
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve(output)
      else reject(new Problem(`${[program, ...args].join(' ')} failed:\n\n${output.trim()}`))
    })
  })
}
