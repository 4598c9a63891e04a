/**
 * Where to go after signing in: the page that was asked for. Only a path of this site: an address that leads
 * elsewhere (`//host`, `/\host`, `https:…`) leads to the policies.
 */
export function wayOn(next: string | undefined, origin: string): string {
  if (!next?.startsWith('/')) return '/'
  try {
    const url = new URL(next, origin)
    const path = url.pathname + url.search + url.hash
    return url.origin === origin && !path.startsWith('//') && url.pathname !== '/sign-in' ? path : '/'
  } catch {
    return '/'
  }
}
