package de.zuruf.segment.potential;

import de.zuruf.customer.SizeClass;
import de.zuruf.segment.potential.PeerRevenues.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates potentials by what comparable companies buy. Compared with is the first of these groups that is large enough: same industry
 * and size; same size; everybody. Of a company whose size is not known: same industry; everybody. Immutable.
 */
public final class PotentialEstimates {

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    /** Of each group, for those who buy less than that. */
    private final Map<Cell, Potential.Estimate> estimates;

    PotentialEstimates(Map<Cell, PeerGroup> groups, PotentialSettings settings) {
        this.estimates = new HashMap<>();
        groups.forEach((cell, group) -> {
            // More digits than two would look like knowledge.
            BigDecimal amount = new BigDecimal(group.amount().round(TWO_DIGITS).toPlainString());
            estimates.put(cell, new Potential.Estimate(amount, settings.quantile(), group, false));
        });
    }

    /**
     * {@return the estimate for a customer; empty when even all customers together are too few to compare with}
     *
     * @param industry   key; null when not known
     * @param size       null when not known
     * @param revenue12m EUR in the last twelve months; the estimate is never less
     */
    public Optional<Potential.Estimate> estimate(String industry, SizeClass size, BigDecimal revenue12m) {
        String key = PeerRevenues.key(industry);
        Potential.Estimate found = estimates.get(new Cell(key, size));
        if (found == null) {
            found = estimates.get(new Cell(null, size));
        }
        if (found == null) {
            found = estimates.get(new Cell(null, null));
        }
        return found != null && revenue12m != null && revenue12m.compareTo(found.amount()) > 0
                ? Optional.of(new Potential.Estimate(revenue12m, found.quantile(), found.peers(), true))
                : Optional.ofNullable(found);
    }

    /**
     * {@return what is known of a customer's potential: the fact when there is one, otherwise the estimate}
     *
     * @param fact null when nobody has entered one
     */
    public Optional<Potential> potential(Potential.Fact fact, String industry, SizeClass size, BigDecimal revenue12m) {
        return fact != null
                ? Optional.of(fact)
                : estimate(industry, size, revenue12m).map(e -> e);
    }
}
