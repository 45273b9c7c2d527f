/** The stand-in telephone system's panel. */
package de.zuruf.web.demo;
