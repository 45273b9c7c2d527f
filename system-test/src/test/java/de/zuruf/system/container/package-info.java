/**
 * Inside the container, on each database: what plain JUnit cannot prove, because transactions, locks, the migrations and the
 * databases' own behaviour are the point.
 */
package de.zuruf.system.container;
