/** Calls, prompts and callbacks by REST. */
package de.zuruf.web.call;
