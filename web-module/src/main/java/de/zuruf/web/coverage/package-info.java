/** The coverage matrix, who is responsible by it, and who is away. */
package de.zuruf.web.coverage;
