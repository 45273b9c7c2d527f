package de.zuruf.app.people;

/** The roles of the product, as the security annotations name them. */
public final class Roles {
    /** Inside sales: takes calls. */
    public static final String INSIDE_SALES = "innendienst";

    /** Field sales: owns customers. */
    public static final String FIELD_SALES = "aussendienst";

    /** Reads reports of the team. */
    public static final String SUPERVISOR = "supervisor";

    /** Operates the product. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
