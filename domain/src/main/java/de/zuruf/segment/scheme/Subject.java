package de.zuruf.segment.scheme;

import de.zuruf.segment.ValueClass;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A customer while he is assigned: his facts and what the scheme makes of them, each computed once. */
final class Subject {
    private static final int NOT_YET = -2;
    private static final int NONE = -1;

    final CustomerFacts facts;
    final ValueClass valueClass;
    final PotentialLevel level;
    final double revenue;
    /** NaN when not known. */
    final double potential;
    /** What the value class was found by. */
    final double value;

    final boolean byClv;
    private final List<CompiledDimension> dimensions;
    private final int[] dimensionValues;
    private String industry;
    private String postcode;

    Subject(CustomerFacts facts, CompiledValues values, List<CompiledDimension> dimensions) {
        this.facts = facts;
        this.dimensions = dimensions;
        this.revenue = facts.revenue12m().doubleValue();
        this.potential = facts.potential() == null
                ? Double.NaN
                : facts.potential().amount().doubleValue();
        double byRevenue = revenue + (untapped() > 0 ? values.potentialWeight() * untapped() : 0);
        ValueClass revenueClass = CompiledValues.classOf(byRevenue, values.revenue());
        ValueClass clvClass = values.clv() == null || facts.clv() == null
                ? null
                : CompiledValues.classOf(facts.clv().doubleValue(), values.clv());
        this.byClv = clvClass != null
                && (values.basis() == ValueBasis.CLV
                        || values.basis() == ValueBasis.HIGHER && clvClass.compareTo(revenueClass) < 0);
        this.valueClass = byClv ? clvClass : revenueClass;
        this.value = byClv ? facts.clv().doubleValue() : byRevenue;
        this.level = Double.isNaN(potential)
                ? PotentialLevel.UNKNOWN
                : untapped() >= values.highFrom()
                        ? PotentialLevel.HIGH
                        : untapped() >= values.middleFrom() ? PotentialLevel.MIDDLE : PotentialLevel.LOW;
        this.dimensionValues = new int[dimensions.size()];
        Arrays.fill(dimensionValues, NOT_YET);
    }

    /** {@return EUR a year, at least 0; NaN when the potential is not known} */
    private double untapped() {
        return Math.max(0, potential - revenue);
    }

    /** {@return the value of a field of numbers; NaN when not known} */
    double number(SchemeField field) {
        return switch (field) {
            case REVENUE_12M -> revenue;
            case CLV -> facts.clv() == null ? Double.NaN : facts.clv().doubleValue();
            case POTENTIAL -> potential;
            case UNTAPPED -> untapped();
            case SHARE_OF_WALLET -> potential > 0 ? Math.max(0, Math.min(1, revenue / potential)) : Double.NaN;
            case STILL_CUSTOMER -> facts.stillCustomer() == null ? Double.NaN : facts.stillCustomer();
            case ORDER_DAYS -> facts.orderDays();
            case DAYS_SINCE_FIRST -> facts.daysSinceFirstOrder() == null ? Double.NaN : facts.daysSinceFirstOrder();
            case DAYS_SINCE_LAST -> facts.daysSinceLastOrder() == null ? Double.NaN : facts.daysSinceLastOrder();
            default -> throw new IllegalArgumentException(field + " is no number");
        };
    }

    /** {@return the value of a field of words; null when not known} */
    String text(SchemeField field) {
        return switch (field) {
            case CUSTOMER -> facts.customerId();
            case VALUE_CLASS -> valueClass.name();
            case POTENTIAL_LEVEL -> level.name();
            case POTENTIAL_SOURCE ->
                facts.potential() == null ? null : facts.potential().source().name();
            case PHASE -> facts.phase().name();
            case INDUSTRY -> {
                industry = industry == null ? normal(facts.industry()) : industry;
                yield industry;
            }
            case SIZE -> facts.size() == null ? null : facts.size().name();
            case COUNTRY -> normal(facts.country());
            case POSTCODE -> {
                postcode = postcode == null ? normal(facts.postcode()) : postcode;
                yield postcode;
            }
            case FEDERAL_STATE -> normal(facts.federalState());
            case CHANNEL -> normal(facts.channel());
            default -> throw new IllegalArgumentException(field + " is no word");
        };
    }

    Set<String> texts() {
        return facts.productGroups();
    }

    /** {@return id of the value in a dimension; null when none fits} */
    String dimension(int index) {
        if (dimensionValues[index] == NOT_YET) {
            dimensionValues[index] = find(dimensions.get(index));
        }
        int at = dimensionValues[index];
        return at == NONE
                ? null
                : dimensions.get(index).values().get(at).definition().id();
    }

    private int find(CompiledDimension dimension) {
        String said = facts.dimensions().get(dimension.dimension().id());
        List<CompiledSegment> values = dimension.values();
        if (said != null) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).definition().id().equals(said)) {
                    return i;
                }
            }
        }
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).criteria().isEmpty() && values.get(i).holds(this)) {
                return i;
            }
        }
        return NONE;
    }

    /** {@return as criteria have it, apart from fields that are compared letter by letter} */
    static String normal(String text) {
        return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
    }
}
