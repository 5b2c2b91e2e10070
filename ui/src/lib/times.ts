/** Days and times of what happened in this window, in the person's language. Dates of the plan come in words from the core. */

export function timeOf(at: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );
}

export function isToday(at: string, now: Date = new Date()): boolean {
  return new Date(at).toDateString() === now.toDateString();
}

export function dayOf(at: string, locale: string): string {
  const day = new Date(at);
  const year = day.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year }).format(day);
}

export function dayAndTime(at: string, locale: string): string {
  return `${dayOf(at, locale)}, ${timeOf(at, locale)}`;
}

/** This day, here, as the core writes days. */
export function today(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
