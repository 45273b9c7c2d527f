// Texts and formats. German is the product's language; English is complete beside it.

const LANGUAGES = ['de', 'en'];
const texts = {};
const listeners = new Set();
const formats = new Map();

let language = wishedLanguage();

function wishedLanguage() {
  try {
    const kept = localStorage.getItem('zuruf.language');
    if (LANGUAGES.includes(kept)) return kept;
  } catch {
    // Storage forbidden: German.
  }
  return 'de';
}

async function load(lang) {
  if (texts[lang]) return;
  const response = await fetch(new URL(`../i18n/${lang}.json`, import.meta.url));
  if (!response.ok) throw new Error(`texts ${lang}: ${response.status}`);
  texts[lang] = await response.json();
}

export async function startI18n() {
  await load(language);
  document.documentElement.lang = language;
  addEventListener('storage', (event) => {
    if (event.key === 'zuruf.language' && LANGUAGES.includes(event.newValue)) void use(event.newValue);
  });
}

async function use(lang) {
  await load(lang);
  language = lang;
  formats.clear();
  document.documentElement.lang = lang;
  for (const listener of listeners) listener();
}

export async function setLanguage(lang) {
  try {
    localStorage.setItem('zuruf.language', lang);
  } catch {
    // Holds until the page is left.
  }
  await use(lang);
}

export const currentLanguage = () => language;

/** @return function that ends the subscription */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Text for a key, `{name}` replaced by parameters. With a numeric `n` the plural form is taken from `key.one`/`key.other`.
 * A missing key shows itself, so that it is seen and mended.
 */
export function t(key, params = {}) {
  const table = texts[language] ?? {};
  let text = table[key];
  if (typeof params.n === 'number') {
    const form = `${key}.${format('plural', () => new Intl.PluralRules(language)).select(params.n)}`;
    text = table[form] ?? table[`${key}.other`] ?? text;
  }
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (all, name) => {
    const value = params[name];
    if (value === undefined || value === null) return all;
    return typeof value === 'number' ? number(value) : String(value);
  });
}

export const has = (key) => texts[language]?.[key] !== undefined;

/** The server's bilingual texts: `{de, en}`. */
export function pick(bilingual) {
  if (bilingual === null || bilingual === undefined) return '';
  if (typeof bilingual === 'string') return bilingual;
  return bilingual[language] ?? bilingual.de ?? bilingual.en ?? '';
}

function format(name, make) {
  let found = formats.get(name);
  if (!found) formats.set(name, (found = make()));
  return found;
}

const locale = () => (language === 'de' ? 'de-DE' : 'en-GB');

export function number(value, digits = 0) {
  if (value === null || value === undefined) return '–';
  return format(`n${digits}`, () => new Intl.NumberFormat(locale(), { maximumFractionDigits: digits })).format(value);
}

/** Whole euros: on a card cents are noise. */
export function money(value) {
  if (value === null || value === undefined) return '–';
  return format(
    'money',
    () => new Intl.NumberFormat(locale(), { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
  ).format(value);
}

export function moneyExact(value) {
  if (value === null || value === undefined) return '–';
  return format('cents', () => new Intl.NumberFormat(locale(), { style: 'currency', currency: 'EUR' })).format(value);
}

export function moneyShort(value) {
  if (value === null || value === undefined) return '–';
  // German has no short word for thousands, so that below a million the compact form would only add a decimal.
  if (Math.abs(value) < 1e6) return money(value);
  return format(
    'short',
    () =>
      new Intl.NumberFormat(locale(), {
        style: 'currency',
        currency: 'EUR',
        notation: 'compact',
        maximumFractionDigits: 1,
      }),
  ).format(value);
}

export function percent(value, digits = 0) {
  if (value === null || value === undefined) return '–';
  return format(
    `p${digits}`,
    () => new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }),
  ).format(value);
}

/** A day `YYYY-MM-DD` is a calendar day, not an instant: read at noon so that no time zone can move it. */
export function asDate(value) {
  if (value instanceof Date) return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T12:00:00`);
  return new Date(value);
}

export function day(value) {
  if (!value) return '–';
  return format(
    'day',
    () => new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit', year: 'numeric' }),
  ).format(asDate(value));
}

/** Day and month, for axes and narrow columns. */
export function dayShort(value) {
  return format('dayshort', () => new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit' })).format(
    asDate(value),
  );
}

export function month(value) {
  return format('month', () => new Intl.DateTimeFormat(locale(), { month: 'short', year: '2-digit' })).format(
    new Date(`${value}-15T12:00:00`),
  );
}

export function time(value) {
  if (!value) return '–';
  return format('time', () => new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' })).format(
    new Date(value),
  );
}

export function dateTime(value) {
  if (!value) return '–';
  return format(
    'datetime',
    () =>
      new Intl.DateTimeFormat(locale(), {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      }),
  ).format(new Date(value));
}

/** «09:15» today, «gestern, 09:15», else the date with the time. */
export function when(value) {
  if (!value) return '–';
  const date = new Date(value);
  const days = daysFromToday(localDay(date));
  if (days === 0) return time(value);
  if (days === -1) return t('time.yesterday', { time: time(value) });
  return dateTime(value);
}

/** «heute», «morgen», «vor 3 Tagen» for a calendar day, the date itself beyond a fortnight. */
export function relativeDay(value) {
  if (!value) return '–';
  const days = daysFromToday(value);
  if (Math.abs(days) > 14) return day(value);
  return format('rel', () => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })).format(days, 'day');
}

/** `YYYY-MM-DD` of a date on this screen's calendar. */
export function localDay(date = new Date()) {
  const pad = (n) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

export function addDays(value, days) {
  const date = asDate(value);
  date.setDate(date.getDate() + days);
  return localDay(date);
}

export function daysFromToday(value) {
  return Math.round((asDate(value).getTime() - asDate(localDay()).getTime()) / 86_400_000);
}

/** Seconds as `m:ss` or `h:mm:ss`. */
export function duration(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  const pad = (n) => String(n).padStart(2, '0');
  if (s < 3600) return `${Math.floor(s / 60)}:${pad(s % 60)}`;
  return `${Math.floor(s / 3600)}:${pad(Math.floor((s % 3600) / 60))}:${pad(s % 60)}`;
}
