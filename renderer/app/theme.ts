import {
  createTheme,
  type CSSVariablesResolver,
  Drawer,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  Modal,
  Tooltip,
} from '@mantine/core'

/** Density, colour and behaviour of every Mantine component; the tokens are in ui/tokens.css. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    accent: [
      '#eef5fb',
      '#d9e8f4',
      '#b3d0e8',
      '#86b4d9',
      '#5b98ca',
      '#3a7fb8',
      '#24689f',
      '#1b5687',
      '#15446c',
      '#0f3350',
    ],
    dark: [
      '#e3e7eb',
      '#c8cfd6',
      '#a3adb7',
      '#87929d',
      '#3d4751',
      '#2c343c',
      '#20272e',
      '#161b20',
      '#101418',
      '#0b0e11',
    ],
  },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '18px' }, h2: { fontSize: '15px' }, h3: { fontSize: '13px' } },
  },
  components: {
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    // A header element in a dialog would count as a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Drawer: Drawer.extend({
      defaultProps: {
        lockScroll: false,
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 0 } },
    }),
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'sm' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'sm' } },
    Select: {
      defaultProps: { size: 'xs', comboboxProps: { transitionProps: { duration: 0 }, shadow: 'sm' } },
    },
    MultiSelect: {
      defaultProps: { size: 'xs', comboboxProps: { transitionProps: { duration: 0 }, shadow: 'sm' } },
    },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs', autosize: true, minRows: 2 } },
    DateInput: { defaultProps: { size: 'xs' } },
    Button: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs', transitionDuration: 0 } },
    ActionIcon: { defaultProps: { size: 26, variant: 'subtle', color: 'gray' } },
  },
})

/** Puts our tokens under Mantine's names, so that both schemes keep their contrast. */
export const cssVariables: CSSVariablesResolver = () => {
  const tokens = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-quiet)',
    '--mantine-color-placeholder': 'var(--text-quiet)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--error)',
    '--mantine-color-default': 'var(--surface-raised)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--surface-sunken)',
    '--mantine-color-disabled-color': 'var(--text-quiet)',
    '--mantine-color-gray-light-color': 'var(--text)',
    '--mantine-color-gray-light-hover': 'var(--hover)',
    '--mantine-color-accent-light': 'var(--accent-soft)',
    '--mantine-color-accent-light-hover': 'var(--selected)',
    '--mantine-color-accent-light-color': 'var(--accent-text)',
    '--mantine-color-accent-text': 'var(--accent-text)',
    '--mantine-color-accent-outline': 'var(--accent-text)',
  }
  return { variables: {}, light: tokens, dark: tokens }
}

/** Follows the system's scheme unless the person chose one for this session; nothing is stored. */
export function sessionColorScheme(): MantineColorSchemeManager {
  let chosen: MantineColorScheme | null = null
  return {
    get: (fallback) => chosen ?? fallback,
    set: (value) => void (chosen = value),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => void (chosen = null),
  }
}

/** The nonce this page may use for style elements. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
