/**
 * Where to go after signing in: the page that was asked for, else one's home. Only a path of this site: an address that
 * leads elsewhere (`//host`, `/\host`, `https:…`) leads home, too.
 */
export function wayOn(next: string | undefined, origin: string, home: string): string {
  if (!next?.startsWith('/')) return home
  try {
    const url = new URL(next, origin)
    const path = url.pathname + url.search + url.hash
    return url.origin === origin && !path.startsWith('//') && url.pathname !== '/sign-in' ? path : home
  } catch {
    return home
  }
}
