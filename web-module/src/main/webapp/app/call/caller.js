// What to call the caller, for every kind of him.

import { t } from '../i18n.js';

/** One line that names the caller: the company, or what is known instead. Works for cards, call rows and callbacks. */
export function callerName(call) {
  const company = call.customer?.company ?? call.company;
  if (company) return company;
  if (call.lead?.company) return call.lead.company;
  const caller = call.caller ?? {};
  switch (caller.kind) {
    case 'ANONYMOUS':
      return t('caller.ANONYMOUS');
    case 'INTERNAL':
      return caller.internalName ? t('caller.internal.named', { name: caller.internalName }) : t('caller.INTERNAL');
    case 'AMBIGUOUS':
      return caller.lineName || t('caller.AMBIGUOUS');
    default:
      return caller.lineName || caller.display || caller.number || t('caller.UNKNOWN');
  }
}

/** The second line: who of the company, or the number. */
export function callerDetail(call) {
  const contact = call.customer ? call.customer.contact?.name : call.contact;
  if (contact) return typeof contact === 'string' ? contact : contact.name;
  if (call.caller?.kind === 'COMPANY') return t('caller.COMPANY');
  return call.caller?.display ?? call.caller?.number ?? '';
}

/** Why a card has gone. */
export function goneText(card) {
  if (card.outgoing) return t('call.gone.outgoing');
  return t(`call.gone.${card.goneReason ?? 'UNKNOWN'}`, { who: card.goneTo ?? '' });
}
