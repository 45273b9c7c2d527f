package de.zuruf.crm.spi;

/** The settings of an adapter are missing or wrong; the message says what to do. */
public class CrmConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CrmConfigurationException(String message) {
        super(message);
    }

    public CrmConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
