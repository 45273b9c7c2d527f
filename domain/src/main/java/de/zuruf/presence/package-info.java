/** Whether somebody can take a call now: what follows from his telephone, his calls and his queues. */
package de.zuruf.presence;
