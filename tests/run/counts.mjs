import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Counts */

/** A report that a runner wrote; null where it came to none. @param {string} file */
const read = file => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** @param {string} file @returns {Counts} */
export function vitestCounts(file) {
  const report = read(file)
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
}

/** A test that passes only when tried again has failed. @param {string} file @returns {Counts} */
export function playwrightCounts(file) {
  const stats = read(file)?.stats
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) }
}
