/**
 * What follows from customers' orders: figures kept up to date with each change, models fitted to all customers, and the nightly pass (Jakarta
 * Batch) that scores everybody by them.
 */
package de.zuruf.app.scoring;
