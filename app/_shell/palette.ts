/**
 * Every colour of Remit, once for each theme. A colour means something (a tier, a severity, what was and what is, what can be pressed)
 * or is absent. All text colours have a contrast of at least 4.5 on `paper`, `panel` and the soft tints.
 */
export const PALETTE = {
  light: {
    paper: '#faf9f6',
    panel: '#ffffff',
    ink: '#1d2330',
    soft: '#5c6474',
    faint: '#646b7b',
    line: '#e4e2dc',
    'line-strong': '#d3d0c8',
    hover: '#f3f2ee',
    accent: '#2f5bd3',
    'accent-soft': '#eaf0ff',
    'on-accent': '#ffffff',
    err: '#c0362c',
    'err-soft': '#fdf0ee',
    warn: '#8f6000',
    'warn-soft': '#fbf4e3',
    ok: '#2b7a4b',
    'ok-soft': '#edf6f0',
    old: '#a2405b',
    'old-soft': '#fbeef1',
    new: '#2b7a4b',
    'new-soft': '#edf6f0',
    'tier-1': '#2f6f9f',
    'tier-1-soft': '#eef5fa',
    'tier-2': '#91600f',
    'tier-2-soft': '#fbf5e8',
    'tier-3': '#a2405b',
    'tier-3-soft': '#fbeef1',
    'tier-4': '#6a4fb0',
    'tier-4-soft': '#f3f0fb',
    'tier-5': '#23756a',
    'tier-5-soft': '#ebf6f3',
    'tier-6': '#7a5540',
    'tier-6-soft': '#f7f1ec',
    shadow: '0 1px 2px rgba(20, 24, 36, 0.06), 0 4px 14px rgba(20, 24, 36, 0.05)',
  },
  dark: {
    paper: '#14161b',
    panel: '#1b1e25',
    ink: '#e8eaf0',
    soft: '#a4abba',
    faint: '#8c94a5',
    line: '#2a2e37',
    'line-strong': '#363b46',
    hover: '#23272f',
    accent: '#83a5ff',
    'accent-soft': '#1f2a47',
    'on-accent': '#10131a',
    err: '#ff8a7d',
    'err-soft': '#2c1917',
    warn: '#e0b04a',
    'warn-soft': '#2a2312',
    ok: '#6fcf97',
    'ok-soft': '#15261d',
    old: '#e48ba2',
    'old-soft': '#241619',
    new: '#6fcf97',
    'new-soft': '#15261d',
    'tier-1': '#6fb1de',
    'tier-1-soft': '#15202a',
    'tier-2': '#dba956',
    'tier-2-soft': '#211c12',
    'tier-3': '#e48ba2',
    'tier-3-soft': '#241619',
    'tier-4': '#b09af0',
    'tier-4-soft': '#1d1930',
    'tier-5': '#66c2b2',
    'tier-5-soft': '#12221f',
    'tier-6': '#cfa98e',
    'tier-6-soft': '#221b16',
    shadow: '0 1px 2px rgba(0, 0, 0, 0.5), 0 6px 18px rgba(0, 0, 0, 0.35)',
  },
} as const satisfies Record<'light' | 'dark', Record<string, string>>

export type Colour = keyof (typeof PALETTE)['light']

const TIER_COLOURS = 6

/** The CSS colours of a tier by its place in the handbook, from 0; after the sixth they begin again. */
export function tierColours(index: number): { colour: string; soft: string } {
  const n = (Math.max(0, index) % TIER_COLOURS) + 1
  return { colour: `var(--tier-${n})`, soft: `var(--tier-${n}-soft)` }
}
