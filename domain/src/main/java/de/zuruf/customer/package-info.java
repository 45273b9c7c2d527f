/**
 * The customer mirror's vocabulary: master data and transactions as the company's CRM knows them, in our words. The
 * CRM stays the master of all of it; a CRM's own field names never come in here.
 */
package de.zuruf.customer;
