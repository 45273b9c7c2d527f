package de.zuruf.crm.spi;

/** The CRM refuses the content of a write; trying again is of no use. */
public class CrmRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CrmRejectedException(String message) {
        super(message);
    }

    public CrmRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
