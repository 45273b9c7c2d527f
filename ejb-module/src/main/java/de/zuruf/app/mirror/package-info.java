/**
 * The customer mirror in the database: how the CRM's changes get in and which rows they become. Callers are looked up
 * here, never in the CRM, so that a slow CRM delays no call.
 */
package de.zuruf.app.mirror;
