package de.zuruf.crm.spi;

/** The CRM cannot be reached now; the same call may succeed later. */
public class CrmUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CrmUnavailableException(String message) {
        super(message);
    }

    public CrmUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
