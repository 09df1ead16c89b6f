/** Gives the start pages the system's light or dark scheme; once the workbench is there it keeps this itself. */
export function followSystemScheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const set = () => (document.documentElement.dataset.mantineColorScheme = dark.matches ? 'dark' : 'light')
  dark.addEventListener('change', set)
  set()
}
