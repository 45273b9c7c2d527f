/**
 * Starts and stops the product the way an operator does: an installed runtime, the checked-in server configuration, the
 * built EAR, settings in bootstrap.properties, one process. Nothing of the product is on this side's class path, so that a
 * test can only see what a user or a telephone system sees.
 */
package de.zuruf.system.server;
