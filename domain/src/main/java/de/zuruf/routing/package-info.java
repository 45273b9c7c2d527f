/**
 * Where a call belongs before anything rings: rules as data over what is known of the caller. Conditions are those of the prompt
 * rules, in CEL, over facts of their own.
 */
package de.zuruf.routing;
