/** How the product itself is doing: what an operator looks at, and what probes ask. */
package de.zuruf.app.operation;
