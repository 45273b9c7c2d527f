/**
 * A call, from the telephone system's event to the card on the right screen and to what the agent makes of it. Events
 * arrive one by one and each in a transaction; whoever must see something learns of it after the commit.
 */
package de.zuruf.app.call;
