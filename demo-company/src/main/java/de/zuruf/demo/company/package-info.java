/**
 * Generates the demo company, a fictional technical wholesaler, and the same shape at any size for benchmarks. Not part
 * of the product: what the product carries is the file that comes out of it.
 */
package de.zuruf.demo.company;
