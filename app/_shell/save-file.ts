/** Gives the person a file to keep. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** The same for a value, as JSON that a person can read. */
export const saveJson = (name: string, value: unknown): void =>
  saveFile(name, `${JSON.stringify(value, null, 2)}\n`, 'application/json')
