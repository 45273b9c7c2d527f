package de.zuruf.segment.scheme;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.segment.potential.PotentialSource;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Set;

/**
 * A criterion that can be asked.
 *
 * @param field     null for a dimension
 * @param dimension index of the dimension; -1 for a field
 * @param set       values or prefixes; empty for a range
 * @param prefixes  ascending, none the beginning of another; null but for prefixes
 * @param from      inclusive; negative infinity without
 * @param below     exclusive; positive infinity without
 */
record CompiledCriterion(
        SchemeField field, int dimension, Set<String> set, String[] prefixes, double from, double below) {

    static CompiledCriterion range(SchemeField field, double from, double below) {
        return new CompiledCriterion(field, -1, Set.of(), null, from, below);
    }

    static CompiledCriterion list(SchemeField field, int dimension, Set<String> set) {
        return new CompiledCriterion(field, dimension, set, null, 0, 0);
    }

    static CompiledCriterion prefixes(SchemeField field, Set<String> set) {
        String[] sorted = set.stream().sorted().toArray(String[]::new);
        int kept = 0;
        for (String next : sorted) {
            if (kept == 0 || !next.startsWith(sorted[kept - 1])) {
                sorted[kept++] = next;
            }
        }
        return new CompiledCriterion(field, -1, set, Arrays.copyOf(sorted, kept), 0, 0);
    }

    SchemeField.Kind kind() {
        return field == null ? SchemeField.Kind.EXACT : field.kind();
    }

    boolean holds(Subject subject) {
        return switch (kind()) {
            case NUMBER -> {
                double number = subject.number(field);
                yield number >= from && number < below;
            }
            case PREFIX -> begins(subject.text(field));
            case ANY -> any(subject.texts());
            default -> {
                String text = field == null ? subject.dimension(dimension) : subject.text(field);
                yield text != null && set.contains(text);
            }
        };
    }

    private boolean begins(String text) {
        if (text == null) {
            return false;
        }
        int at = Arrays.binarySearch(prefixes, text);
        return at >= 0 || at < -1 && text.startsWith(prefixes[-at - 2]);
    }

    private boolean any(Set<String> texts) {
        for (String text : texts) {
            if (set.contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether everybody who fulfils another fulfils this} */
    boolean covers(CompiledCriterion other) {
        if (field != other.field || dimension != other.dimension) {
            return false;
        }
        return switch (kind()) {
            case NUMBER -> from <= other.from && below >= other.below;
            case PREFIX -> Arrays.stream(other.prefixes).allMatch(this::begins);
            default -> other.set.size() <= set.size() && set.containsAll(other.set);
        };
    }

    /** {@return the criterion with what the customer has, e.g. {@code Umsatz im Jahr 30.000 € (unter 50.000 €)}} */
    Bilingual words(Subject subject, Dimension ofDimension) {
        if (field == null) {
            String value = subject.dimension(dimension);
            Bilingual name = ofDimension.values().stream()
                    .filter(v -> v.id().equals(value))
                    .findFirst()
                    .orElseThrow()
                    .name();
            return new Bilingual(
                    ofDimension.name().de() + " " + name.de(),
                    ofDimension.name().en() + " " + name.en());
        }
        Bilingual value = switch (field) {
            case VALUE_CLASS -> valueClass(subject);
            case POTENTIAL_LEVEL -> level(subject);
            case PHASE -> LifecyclePhase.valueOf(subject.text(field)).words();
            case SIZE -> subject.facts.size().words();
            case POTENTIAL_SOURCE ->
                subject.text(field).equals(PotentialSource.ENTERED.name())
                        ? new Bilingual("erfragt", "asked")
                        : new Bilingual("geschätzt", "estimated");
            case PRODUCT_GROUP ->
                said(subject.texts().stream()
                        .filter(set::contains)
                        .sorted()
                        .findFirst()
                        .orElseThrow());
            default -> kind() == SchemeField.Kind.NUMBER ? number(subject) : said(subject.text(field));
        };
        return new Bilingual(
                field.words().de() + " " + value.de(), field.words().en() + " " + value.en());
    }

    private static Bilingual said(String text) {
        return Bilingual.same(Written.plain(text, 64));
    }

    private static Bilingual valueClass(Subject subject) {
        ValueClass name = subject.valueClass;
        Bilingual euros = euros(subject.value);
        return subject.byClv
                ? new Bilingual(
                        name + " (Kundenwert " + euros.de() + ")",
                        name + " (customer lifetime value " + euros.en() + ")")
                : subject.value > subject.revenue
                        ? new Bilingual(
                                name + " (Umsatz und anteiliges Potenzial " + euros.de() + ")",
                                name + " (revenue and part of the potential " + euros.en() + ")")
                        : new Bilingual(name + " (Umsatz " + euros.de() + ")", name + " (revenue " + euros.en() + ")");
    }

    private static Bilingual level(Subject subject) {
        Bilingual words = subject.level.words();
        if (subject.level == PotentialLevel.UNKNOWN) {
            return words;
        }
        Bilingual euros = euros(subject.number(SchemeField.UNTAPPED));
        Bilingual sure = sure(subject);
        return new Bilingual(
                words.de() + " (ungenutzt " + sure.de() + euros.de() + ")",
                words.en() + " (untapped " + sure.en() + euros.en() + ")");
    }

    private static Bilingual sure(Subject subject) {
        return subject.facts.potential().source() == PotentialSource.ESTIMATED
                ? new Bilingual("geschätzt ", "estimated ")
                : Bilingual.EMPTY;
    }

    private Bilingual number(Subject subject) {
        Bilingual value = shown(subject.number(field));
        boolean guessed = switch (field) {
            case POTENTIAL, UNTAPPED, SHARE_OF_WALLET -> true;
            default -> false;
        };
        Bilingual sure = guessed ? sure(subject) : Bilingual.EMPTY;
        StringBuilder de = new StringBuilder(sure.de()).append(value.de()).append(" (");
        StringBuilder en = new StringBuilder(sure.en()).append(value.en()).append(" (");
        if (from > Double.NEGATIVE_INFINITY) {
            de.append("ab ").append(shown(from).de());
            en.append("from ").append(shown(from).en());
        }
        if (below < Double.POSITIVE_INFINITY) {
            boolean both = from > Double.NEGATIVE_INFINITY;
            de.append(both ? ", unter " : "unter ").append(shown(below).de());
            en.append(both ? ", below " : "below ").append(shown(below).en());
        }
        return new Bilingual(de.append(')').toString(), en.append(')').toString());
    }

    private Bilingual shown(double number) {
        return switch (field.unit()) {
            case EUR -> euros(number);
            case COUNT -> Written.decimal(BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP));
            case SHARE -> {
                Bilingual percent =
                        Written.decimal(BigDecimal.valueOf(100 * number).setScale(1, RoundingMode.HALF_UP));
                yield new Bilingual(percent.de() + " %", percent.en() + "%");
            }
        };
    }

    private static Bilingual euros(double amount) {
        return Written.euros(BigDecimal.valueOf(amount));
    }
}
