package de.zuruf.app.coverage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The settings of the coverage matrix, by which contacts become costs:
 *
 * <ul>
 *   <li>{@code zuruf.coverage.visit-cost}: what a visit costs on average, in EUR; 0 to 100000, default 150.
 *   <li>{@code zuruf.coverage.call-cost}: what a call with a customer costs on average, in EUR; 0 to 100000, default 15.
 * </ul>
 *
 * The defaults are assumptions: every company has its own, and the page says by which it reckons.
 */
@ApplicationScoped
public class CoverageSettings {
    private static final BigDecimal MOST = new BigDecimal("100000");

    @Inject
    @ConfigProperty(name = "zuruf.coverage.visit-cost", defaultValue = "150")
    private BigDecimal visitCost;

    @Inject
    @ConfigProperty(name = "zuruf.coverage.call-cost", defaultValue = "15")
    private BigDecimal callCost;

    @PostConstruct
    void check() {
        within("zuruf.coverage.visit-cost", visitCost);
        within("zuruf.coverage.call-cost", callCost);
    }

    private static void within(String name, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(MOST) > 0) {
            throw new IllegalStateException("ZURUF2601E The setting " + name + " is " + value
                    + ". Set it to an amount in EUR from 0 to 100000.");
        }
    }

    /** {@return what a visit costs, in EUR} */
    public BigDecimal visitCost() {
        return visitCost;
    }

    /** {@return what a call costs, in EUR} */
    public BigDecimal callCost() {
        return callCost;
    }
}
