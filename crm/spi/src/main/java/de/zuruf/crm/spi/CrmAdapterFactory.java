package de.zuruf.crm.spi;

import java.util.Map;

/** Entry point of an adapter, registered for {@link java.util.ServiceLoader}. */
public interface CrmAdapterFactory {

    /** {@return short stable name that the setting {@code zuruf.crm.adapter} refers to, e.g. {@code xml}} */
    String id();

    /**
     * Opens the adapter. Must not contact the CRM: a CRM that is down does not keep the product from starting.
     *
     * @param settings the adapter's own settings without their prefix
     * @return an open adapter, safe for use by several threads
     * @throws CrmConfigurationException when a setting is missing or wrong; the message says what to do
     */
    CrmAdapter open(Map<String, String> settings);
}
