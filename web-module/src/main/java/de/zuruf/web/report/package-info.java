/** Reports by REST and as CSV. */
package de.zuruf.web.report;
