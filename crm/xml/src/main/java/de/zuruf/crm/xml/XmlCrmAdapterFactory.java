package de.zuruf.crm.xml;

import de.zuruf.crm.spi.CrmAdapter;
import de.zuruf.crm.spi.CrmAdapterFactory;
import java.time.Clock;
import java.util.Map;

/**
 * The adapter {@code xml}: deliveries from a drop folder, or one that comes with the product, and exports to the drop
 * folder. Settings: {@code dropFolder}, {@code bundled}, {@code relativeTo}, {@code zone}, {@code settleSeconds},
 * {@code deepLink}; see docs/xml-interface.md.
 */
public final class XmlCrmAdapterFactory implements CrmAdapterFactory {
    private final Clock clock;

    /** For {@link java.util.ServiceLoader}; uses the system's clock. */
    public XmlCrmAdapterFactory() {
        this(Clock.systemUTC());
    }

    /** @param clock says what today is; the time zone comes from the settings */
    public XmlCrmAdapterFactory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "xml";
    }

    @Override
    public CrmAdapter open(Map<String, String> settings) {
        return new XmlCrmAdapter(XmlSettings.of(settings), clock);
    }
}
