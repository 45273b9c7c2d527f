/**
 * What an agent is reminded of during a call, and why: rules as data with conditions in CEL, evaluated on documented
 * facts. People who do not program edit the rules, so they are checked when they are loaded and cannot do harm when run.
 */
package de.zuruf.prompt;
