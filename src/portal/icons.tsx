import type { JSX } from 'preact'

/** Line drawings of 16 by 16 units. They never stand alone: a word is beside them or in the accessible name. */
const paths = {
  wrench: 'M10.2 2.2a3.6 3.6 0 0 0-4 4.9L2 11.3 4.7 14l4.2-4.2a3.6 3.6 0 0 0 4.9-4l-2 2-2.3-.6-.6-2.3z',
  doubt: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2M8 11.2v.1',
  bad: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4ZM8 4.8v3.8M8 10.9v.1',
  warn: 'M8 2.2 14.4 13.4H1.6ZM8 6.4v3.2M8 11.4v.1',
  note: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.4v3.6M8 5v.1',
  check: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.2 8.2l2 2 3.6-4',
  unknown: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z',
  blank: 'M2.5 3.5h11v9h-11Z',
  missing: 'M2.5 2.5h11v11h-11ZM2.5 13.5l11-11',
  file: 'M3.5 1.5h6l3 3v10h-9ZM9.5 1.5v3h3M5.5 8h5M5.5 11h5',
  plus: 'M8 2.5v11M2.5 8h11',
  down: 'M8 2v8M4.5 6.8 8 10.2l3.5-3.4M2.5 13.5h11',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4 14 14',
  menu: 'M2 4h12M2 8h12M2 12h12',
  go: 'M6 3.5 10.5 8 6 12.5',
  tick: 'M2.8 8.6 6.2 12 13.2 4.4',
  pause: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM6.4 5.6v4.8M9.6 5.6v4.8',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
} as const

export type IconName = keyof typeof paths

/** A drawing beside words; hidden from those who hear the page. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): JSX.Element {
  return (
    <svg
      class={`icon icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      stroke-dasharray={name === 'unknown' || name === 'blank' ? '2 2' : undefined}
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
