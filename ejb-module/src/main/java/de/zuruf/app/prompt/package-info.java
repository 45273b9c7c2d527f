/** The rules in force, and the ledger: every prompt that was shown, with its reasons, and what became of it. */
package de.zuruf.app.prompt;
