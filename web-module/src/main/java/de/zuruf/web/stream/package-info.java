/** The event stream: everybody learns at once of what concerns him, and of nothing else. */
package de.zuruf.web.stream;
