package de.zuruf.app.mirror;

import de.zuruf.crm.spi.CrmAdapter;
import de.zuruf.crm.spi.CrmAdapterFactory;
import de.zuruf.crm.spi.CrmConfigurationException;
import de.zuruf.crm.spi.CrmReference;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The configured CRM adapter. Settings:
 *
 * <ul>
 *   <li>{@code zuruf.crm.adapter}: id of the adapter; default {@code xml}
 *   <li>{@code zuruf.crm.<id>.*}: settings of that adapter, handed to it without the prefix
 * </ul>
 */
@ApplicationScoped
public class CrmConnection {
    @Inject
    private Config config;

    @Inject
    @ConfigProperty(name = "zuruf.crm.adapter", defaultValue = "xml")
    private String adapterId;

    private CrmAdapter adapter;

    @PostConstruct
    void open() {
        var factories = ServiceLoader.load(CrmAdapterFactory.class, CrmConnection.class.getClassLoader());
        var factory = StreamSupport.stream(factories.spliterator(), false)
                .filter(f -> f.id().equals(adapterId))
                .findFirst()
                .orElseThrow(() -> new CrmConfigurationException("ZURUF2101E There is no CRM adapter \"" + adapterId
                        + "\". Set zuruf.crm.adapter to one of: "
                        + StreamSupport.stream(factories.spliterator(), false)
                                .map(CrmAdapterFactory::id)
                                .collect(Collectors.joining(", "))));
        adapter = factory.open(settings("zuruf.crm." + adapterId + "."));
    }

    private Map<String, String> settings(String prefix) {
        var settings = new HashMap<String, String>();
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(prefix)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> settings.put(name.substring(prefix.length()), value));
            }
        }
        return settings;
    }

    /** {@return the open adapter} */
    public CrmAdapter adapter() {
        return adapter;
    }

    /** {@return its id} */
    public String id() {
        return adapterId;
    }

    /**
     * @param type the CRM's word for the kind of record
     * @param id   its identity there
     * @return a link that opens it in the CRM; empty when the CRM has no pages
     */
    public Optional<URI> link(String type, String id) {
        return adapter.deepLink(new CrmReference(type, id));
    }

    @PreDestroy
    void close() {
        adapter.close();
    }
}
