/**
 * What the product says to people, always in German and in English, and the refusals that carry such words. Every other
 * package may depend on this one; it depends on none.
 */
package de.zuruf.wording;
