/** All occasions a handoff can have, as in the glossary. */
export const OCCASIONS = [
  'WELCOME_CALL',
  'ORDER_RHYTHM',
  'CHURN_RISK',
  'WIN_BACK',
  'CROSS_SELL',
  'DORMANT_POTENTIAL',
  'NEED_CHANGE',
  'CONTACT_CHANGE',
  'COMPLAINT',
  'REFERRAL',
  'QUOTE_FOLLOW_UP',
  'LEAD_QUALIFICATION',
  'SPECIAL_SERVICE',
  'VISIT_PROMISE',
  'CARE_CALL',
  'REVIEW_PREPARATION',
];

export const URGENCIES = ['TODAY', 'THIS_WEEK', 'NORMAL'];
