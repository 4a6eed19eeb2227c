/** Line drawings of 16 by 16 units. They never stand alone: a word is beside them. */
const paths = {
  home: 'M2.5 7.5 8 2.5l5.5 5v6h-4v-4h-3v4h-4Z',
  sign: 'M2.5 13.5h11M4 10.5l.6-2.4 6-6 1.8 1.8-6 6Z',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.6V8l2.4 1.6',
  calendar: 'M2.5 3.5h11v10h-11ZM2.5 6.5h11M5.5 2v3M10.5 2v3',
  house: 'M2.5 13.5h11M3.5 13.5V6.5h9v7M8 2 2.5 6.5h11ZM6 9v2.5M10 9v2.5',
  people:
    'M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM1.8 13.5c0-2.6 1.8-4 4.2-4s4.2 1.4 4.2 4M10.5 3.2a2.2 2.2 0 0 1 0 4.2M11.8 9.8c1.6.5 2.5 1.8 2.5 3.7',
  swap: 'M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 11h-10M6 8.5 3.5 11 6 13.5',
  settings:
    'M8 5.600a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.800ZM8 1.800v2M8 12.200v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.400M12.4 3.6 11 5M5 11l-1.4 1.4',
  audit: 'M3.5 1.500h9v13h-9ZM5.5 5h5M5.5 8h5M5.5 11h3',
  jobs: 'M2.5 3.500h11v3h-11ZM2.5 9.500h11v3h-11ZM5 5h.1M5 11h.1',
  search: 'M7 2.500a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.300l3.4 3.4',
  bell: 'M4 11.500V7a4 4 0 0 1 8 0v4.500l1 1H3ZM6.8 14h2.4',
  person: 'M8 7.500a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.400ZM2.8 14c0-3 2.1-4.5 5.2-4.500s5.2 1.5 5.2 4.5',
  bad: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4ZM8 4.8v3.8M8 10.900v.1',
  warn: 'M8 2.2 14.4 13.400H1.600ZM8 6.400v3.200M8 11.400v.1',
  check: 'M8 1.800a6.2 6.2 0 1 0 0 12.400A6.2 6.2 0 0 0 8 1.800ZM5.2 8.200l2 2 3.6-4',
  pause: 'M8 1.800a6.2 6.2 0 1 0 0 12.400A6.2 6.2 0 0 0 8 1.800ZM6.5 5.500v5M9.5 5.500v5',
  doubt: 'M8 1.800a6.2 6.2 0 1 0 0 12.400A6.2 6.2 0 0 0 8 1.800ZM6.2 6.300a1.8 1.8 0 1 1 2.6 1.600c-.5.3-.8.6-.8 1.200M8 11.200v.1',
  note: 'M8 1.800a6.2 6.2 0 1 0 0 12.400A6.2 6.2 0 0 0 8 1.800ZM8 7.400v3.600M8 5v.1',
  back: 'M6 3 2.5 6.5 6 10M2.5 6.500H10a3.5 3.5 0 0 1 0 7H7',
  cross: 'M3.5 3.500l9 9M12.5 3.500l-9 9',
  plus: 'M8 2.500v11M2.5 8h11',
  down: 'M8 2v8M4.5 6.8 8 10.200l3.5-3.400M2.5 13.500h11',
  grid: 'M2.5 2.5h11v11h-11ZM2.5 6h11M2.5 9.7h11M6.5 2.5v11',
  lock: 'M3.5 7.500h9v6h-9ZM5.5 7.500V5a2.5 2.5 0 0 1 5 0v2.5',
} as const

export type IconName = keyof typeof paths

/** A drawing beside words; hidden from those who hear the page. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
