import { spawn } from 'node:child_process'

/**
 * Runs a program with its output as it comes; resolves to whether it succeeded.
 * @param {string} root @param {string} program @param {string[]} args @param {Record<string, string>} [env]
 * @returns {Promise<boolean>}
 */
export function stage(root, program, args, env = {}) {
  return new Promise(resolve => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', error => {
      console.error(error.message)
      resolve(false)
    })
    child.on('close', code => resolve(code === 0))
  })
}
