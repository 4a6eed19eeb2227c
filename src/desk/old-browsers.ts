/** What #calendar uses and Chromium 86 does not have yet. Each is added only where it is missing, as the language defines it. */

function add(name: 'at' | 'findLast', method: (this: unknown[], ...given: never[]) => unknown): void {
  if (name in Array.prototype) return
  Object.defineProperty(Array.prototype, name, { value: method, writable: true, configurable: true })
}

add('at', function (place: number) {
  const whole = Math.trunc(place) || 0
  return this[whole < 0 ? this.length + whole : whole]
})

add('findLast', function (fits: (one: unknown, place: number, all: unknown[]) => unknown) {
  for (let place = this.length - 1; place >= 0; place--) if (fits(this[place], place, this)) return this[place]
  return undefined
})
