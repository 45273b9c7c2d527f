/** Who works here: the CRM's employees, their accounts and roles, and the telephone at which each one sits. */
package de.zuruf.app.people;
