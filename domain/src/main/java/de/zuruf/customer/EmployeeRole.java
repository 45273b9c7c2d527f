package de.zuruf.customer;

/** Which side of the house an employee works for. */
public enum EmployeeRole {
    /** Innendienst. */
    INSIDE_SALES,
    /** Außendienst. */
    FIELD_SALES,
    /** Vertriebsleitung. */
    MANAGEMENT
}
