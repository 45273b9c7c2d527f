package de.zuruf.segment.scheme;

import de.zuruf.customer.SizeClass;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.potential.Potential;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a scheme knows of a customer. Whatever is null is not known.
 *
 * @param customerId          id in the CRM, never null
 * @param phase               the one that is shown, never null
 * @param revenue12m          EUR in the last twelve months; null is 0
 * @param clv                 customer lifetime value, EUR
 * @param potential           estimated or entered
 * @param stillCustomer       probability, 0 to 1
 * @param orderDays           days with at least one order
 * @param daysSinceFirstOrder at least 0
 * @param daysSinceLastOrder  at least 0
 * @param industry            key
 * @param size                class
 * @param country             ISO 3166-1 alpha-2
 * @param postcode            as in the address
 * @param federalState        ISO 3166-2
 * @param channel             the way by which most orders come
 * @param productGroups       ids of the product groups that he prefers; null is none
 * @param dimensions          value by dimension, as the CRM or a person says; null is none
 */
public record CustomerFacts(
        String customerId,
        LifecyclePhase phase,
        BigDecimal revenue12m,
        BigDecimal clv,
        Potential potential,
        Double stillCustomer,
        int orderDays,
        Integer daysSinceFirstOrder,
        Integer daysSinceLastOrder,
        String industry,
        SizeClass size,
        String country,
        String postcode,
        String federalState,
        String channel,
        Set<String> productGroups,
        Map<String, String> dimensions) {

    public CustomerFacts {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(phase, "phase");
        revenue12m = revenue12m == null ? BigDecimal.ZERO : revenue12m;
        productGroups = productGroups == null ? Set.of() : Set.copyOf(productGroups);
        dimensions = dimensions == null ? Map.of() : Map.copyOf(dimensions);
    }
}
