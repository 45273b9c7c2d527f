// A segment's row as fields with the names that history, conflicts and errors use, and back.

import { has, money, number, percent, t } from '../i18n.js';

export const ROLES = ['INSIDE_SALES', 'FIELD_SALES', 'MARKETING', 'OTHERS'];
export const PHASES = ['LEAD', 'NEW', 'DEVELOPING', 'REGULAR', 'AT_RISK', 'LOST', 'REGAINED'];
export const TEXTS = ['description', 'criteria', 'particularities', 'strategy'];
export const COUNTS = ['budget.customers', 'visitsPerYear', 'callsPerYear', 'longestIntervalDays'];
export const AMOUNTS = ['careBudget', 'budget.potential'];
export const SHARES = ['budget.revenueShare', 'budget.marginShare'];

/** `{field: text}` as the server's `CoverageRow.fields()`; what is empty is missing. */
export function fieldsOf(row) {
  const fields = {};
  const set = (name, value) => {
    if (value !== null && value !== undefined && value !== '') fields[name] = String(value);
  };
  set('name', row.name);
  for (const name of TEXTS) set(name, row[name]);
  set('careBudget', row.careBudget);
  for (const [name, value] of Object.entries(row.budget ?? {})) set(`budget.${name}`, value);
  for (const name of ['visitsPerYear', 'callsPerYear', 'longestIntervalDays']) set(name, row[name]);
  for (const duty of row.duties ?? []) {
    set(`duties.${duty.role}.task`, duty.task);
    set(`duties.${duty.role}.team`, duty.team);
    set(`duties.${duty.role}.areas`, (duty.areas ?? []).map((area) => `${area.prefix}: ${area.team}`).join('\n'));
    set(`duties.${duty.role}.defaultPersonId`, duty.defaultPersonId);
  }
  for (const measure of row.measures ?? []) set(`measures.${measure.phase}`, measure.text);
  return fields;
}

/** `80: Team Süd`, one area a line. */
export function areasOf(text) {
  if (!text) return [];
  return text.split('\n').map((line) => {
    const at = line.indexOf(':');
    return at < 0 ? { prefix: line.trim(), team: '' } : { prefix: line.slice(0, at).trim(), team: line.slice(at + 1).trim() };
  });
}

/** The row that fields stand for. */
export function rowOf(fields) {
  const text = (name) => fields[name]?.trim() || null;
  const figure = (name) => (text(name) === null ? null : Number(fields[name]));
  return {
    name: text('name'),
    ...Object.fromEntries(TEXTS.map((name) => [name, text(name)])),
    careBudget: figure('careBudget'),
    budget: {
      customers: figure('budget.customers'),
      revenueShare: figure('budget.revenueShare'),
      marginShare: figure('budget.marginShare'),
      potential: figure('budget.potential'),
    },
    duties: ROLES.map((role) => ({
      role,
      task: text(`duties.${role}.task`),
      team: text(`duties.${role}.team`),
      areas: areasOf(fields[`duties.${role}.areas`]).filter((area) => area.prefix || area.team),
      defaultPersonId: text(`duties.${role}.defaultPersonId`),
    })),
    visitsPerYear: figure('visitsPerYear'),
    callsPerYear: figure('callsPerYear'),
    longestIntervalDays: figure('longestIntervalDays'),
    measures: PHASES.map((phase) => ({ phase, text: text(`measures.${phase}`) })).filter((measure) => measure.text),
  };
}

/** What a field is called, for people. */
export function labelOf(field) {
  const [part, which, what] = field.split('.');
  if (part === 'duties') return `${t(`coverage.role.${which}`)}: ${t(`coverage.duty.${what}`)}`;
  if (part === 'measures') return `${t('coverage.plan')}: ${t(`phase.${which}`)}`;
  const key = `coverage.field.${field}`;
  return has(key) ? t(key) : field;
}

/** A field's text as it is shown; `people` gives names to identities. */
export function shown(field, text, people = []) {
  if (text === null || text === undefined || text === '') return t('coverage.nothing');
  if (AMOUNTS.includes(field)) return money(Number(text));
  if (SHARES.includes(field)) return percent(Number(text), 1);
  if (COUNTS.includes(field)) return number(Number(text));
  if (field.endsWith('.defaultPersonId')) return people.find((each) => each.id === text)?.name ?? text;
  return text;
}
