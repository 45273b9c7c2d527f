/**
 * Which segment a customer belongs to, by a scheme that is data: a company names its segments and says by what they are known. A scheme is
 * checked as a whole before it can be used, can be compared with another before it is put into force, and assigns every customer.
 */
package de.zuruf.segment.scheme;
