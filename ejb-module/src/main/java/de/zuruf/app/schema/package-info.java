/** Brings the database to the version of the program before anything else uses it. */
package de.zuruf.app.schema;
