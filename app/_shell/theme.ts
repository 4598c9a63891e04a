import {
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  Radio,
  Select,
  Tabs,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'
import { PALETTE } from './palette'

const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

/** The colour that is `share` of the way from one to another, both `#rrggbb`. */
function between(from: string, to: string, share: number): string {
  const end = channels(to)
  return `#${channels(from)
    .map((value, i) =>
      Math.round(value + (end[i]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

const SHADE = { light: 6, dark: 3 } as const

/** Mantine wants ten shades of a colour: the dark theme's own at 3, the light theme's at 6, the rest between. */
function shades(name: 'accent' | 'err' | 'warn' | 'ok'): MantineColorsTuple {
  const dark = PALETTE.dark[name]
  const light = PALETTE.light[name]
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(i => {
    if (i <= SHADE.dark) return between('#ffffff', dark, 0.1 + (0.9 * i) / SHADE.dark)
    if (i <= SHADE.light) return between(dark, light, (i - SHADE.dark) / (SHADE.light - SHADE.dark))
    return between(light, '#000000', (i - SHADE.light) * 0.14)
  }) as unknown as MantineColorsTuple
}

/** What stands on a filled button: the dark theme's fills are light. Mantine would choose once for both themes. */
const onFilled: VariantColorsResolver = input => {
  const colours = defaultVariantColorsResolver(input)
  return input.variant === 'filled' ? { ...colours, color: 'var(--on-accent)' } : colours
}

const mono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace'

export const theme = createTheme({
  colors: {
    accent: shades('accent'),
    err: shades('err'),
    warn: shades('warn'),
    ok: shades('ok'),
    gray: [
      '#faf9f6',
      '#f3f2ee',
      '#e9e7e2',
      '#e4e2dc',
      '#d3d0c8',
      '#b3b3b5',
      '#858c9b',
      '#646b7b',
      '#5c6474',
      '#1d2330',
    ],
    dark: [
      '#e8eaf0',
      '#c4c9d4',
      '#a4abba',
      '#8c94a5',
      '#363b46',
      '#23272f',
      '#1b1e25',
      '#14161b',
      '#101217',
      '#0b0d11',
    ],
  },
  primaryColor: 'accent',
  primaryShade: SHADE,
  variantColorResolver: onFilled,
  black: '#10131a',
  fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
  fontFamilyMonospace: mono,
  fontSizes: { xs: '11.5px', sm: '13px', md: '13.5px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.35' },
  spacing: { xs: '6px', sm: '10px', md: '16px', lg: '20px', xl: '28px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '11px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.25' },
      h2: { fontSize: '15px', lineHeight: '1.35' },
      h3: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, { size }) => ({
        root: size === 'sm' ? { '--button-height': '32px', '--button-padding-x': '13px' } : {},
      }),
      styles: { label: { fontWeight: 550 } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { iconColor: 'var(--on-accent)' } }),
    // Focus comes back to a list when a dialog that it opened closes; the list need not drop down again then.
    Select: Select.extend({ defaultProps: { openOnFocus: false } }),
    Radio: Radio.extend({ defaultProps: { iconColor: 'var(--on-accent)' } }),
    Input: Input.extend({
      vars: (_theme, { size }) => ({
        wrapper: size === undefined || size === 'sm' ? { '--input-height': '34px' } : {},
      }),
    }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        label: { color: 'var(--soft)', fontSize: '12px', fontWeight: 500, marginBottom: 4 },
        description: { color: 'var(--soft)', fontSize: '12px', marginBottom: 6 },
        error: { fontSize: '12px', lineHeight: 1.45, marginTop: 5 },
      },
    }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 80 },
        offset: 6,
        // The first item has the focus, not an element of Mantine's that no menu may have.
        withInitialFocusPlaceholder: false,
      },
      styles: {
        item: { padding: '6px 10px' },
        itemSection: { color: 'var(--soft)' },
        label: { fontSize: 11.5, fontWeight: 500, color: 'var(--faint)' },
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: false,
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: {
        title: { fontSize: 15, fontWeight: 600 },
        header: { padding: '16px 20px 10px' },
        body: { padding: '4px 20px 20px' },
      },
    }),
    // In a dialog it is no landmark, least of all a second one of the page.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: 'presentation' } }),
    Tabs: Tabs.extend({ styles: { tab: { padding: '11px 16px' } } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 350,
        withArrow: false,
        multiline: true,
        events: { hover: true, focus: true, touch: false },
      },
      styles: { tooltip: { maxWidth: 280, padding: '6px 10px', fontSize: 12 } },
    }),
  },
})

const own = (scheme: 'light' | 'dark') =>
  Object.fromEntries(Object.entries(PALETTE[scheme]).map(([name, value]) => [`--${name}`, value]))

/** Mantine's own variables, said in the palette's colours. */
const spoken = (scheme: 'light' | 'dark') => {
  const colours = PALETTE[scheme]
  const toned = Object.fromEntries(
    (['accent', 'err', 'warn', 'ok'] as const).flatMap(name => [
      [`--mantine-color-${name}-light`, colours[`${name}-soft`]],
      [
        `--mantine-color-${name}-light-hover`,
        `color-mix(in srgb, ${colours[name]} 8%, ${colours[`${name}-soft`]})`,
      ],
      [`--mantine-color-${name}-light-color`, colours[name]],
      [`--mantine-color-${name}-text`, colours[name]],
      [`--mantine-color-${name}-outline`, colours[name]],
    ]),
  )
  return {
    ...toned,
    '--mantine-color-body': colours.panel,
    '--mantine-color-text': colours.ink,
    '--mantine-color-bright': colours.ink,
    '--mantine-color-dimmed': colours.soft,
    '--mantine-color-placeholder': colours.faint,
    '--mantine-color-anchor': colours.accent,
    '--mantine-color-error': colours.err,
    '--mantine-color-default': colours.panel,
    '--mantine-color-default-hover': colours.hover,
    '--mantine-color-default-color': colours.ink,
    '--mantine-color-default-border': colours['line-strong'],
    '--mantine-primary-color-contrast': colours['on-accent'],
  }
}

export const variables: CSSVariablesResolver = () => ({
  variables: { '--mono': mono },
  light: { ...own('light'), ...spoken('light') },
  dark: { ...own('dark'), ...spoken('dark') },
})
