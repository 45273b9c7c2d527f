/**
 * Who can take a call now: the queues as the telephone system tells them, the agents as they follow from them and from their
 * calls, and what agents tell the telephone system about themselves.
 *
 * <p>Nothing of it is stored. The telephone system knows who is logged in and paused, and why; our own tables know who sits
 * where and which cards are open. What is kept in memory follows from both and is read anew with each session. So there is no
 * history of anybody's pauses.
 */
package de.zuruf.app.presence;
