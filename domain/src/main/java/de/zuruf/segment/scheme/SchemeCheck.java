package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One check of a scheme. */
final class SchemeCheck {

    private static final int MAXIMUM_PROBLEMS = 100;
    private static final int MAXIMUM_SEGMENTS = 2_000;
    private static final int MAXIMUM_CRITERIA = 20;
    private static final int MAXIMUM_VALUES = 100_000;
    private static final int MAXIMUM_DIMENSIONS = 20;
    private static final int MAXIMUM_DIMENSION_VALUES = 200;
    private static final int MAXIMUM_ID = 64;
    private static final int MAXIMUM_VALUE = 64;
    private static final int MAXIMUM_NAME = 100;
    private static final int MAXIMUM_DESCRIPTION = 2_000;
    private static final BigDecimal MAXIMUM_NUMBER = new BigDecimal("1000000000000");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String DIMENSION = "dimension.";

    private final Scheme scheme;
    private final List<SchemeProblem> problems = new ArrayList<>();
    private final Map<String, Integer> dimensionOf = new HashMap<>();
    private final List<CompiledDimension> dimensions = new ArrayList<>();
    private int values;

    /** Too much is wrong to go on. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1;

        EnoughException() {
            super(null, null, false, false);
        }
    }

    SchemeCheck(Scheme scheme) {
        this.scheme = scheme;
    }

    Segmentation segmentation() {
        Segmentation segmentation = null;
        try {
            segmentation = checked();
        } catch (EnoughException e) {
            // The list of problems is full.
        }
        if (!problems.isEmpty()) {
            throw new SchemeException(problems);
        }
        return segmentation;
    }

    private Segmentation checked() {
        if (scheme == null) {
            wrong("", "das Schema fehlt", "the scheme is missing");
            return null;
        }
        id("id", scheme.id());
        if (scheme.version() < 1) {
            wrong("version", "mindestens 1", "at least 1");
        }
        text("name", scheme.name(), MAXIMUM_NAME, true);
        CompiledValues compiledValues = values();
        dimensions();
        List<CompiledSegment> segments = new ArrayList<>();
        if (atMost("segments", scheme.segments().size(), MAXIMUM_SEGMENTS)) {
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < scheme.segments().size(); i++) {
                segments.add(segment("segments[" + i + "]", scheme.segments().get(i), ids, true));
                if (segments.get(i) != null
                        && segments.get(i).criteria().isEmpty()
                        && scheme.segments().get(i).criteria().isEmpty()) {
                    wrong(
                            "segments[" + i + "].criteria",
                            "ohne Kriterien gehörten ihm alle übrigen Kunden an; dafür ist das Restsegment da",
                            "without criteria it would have all remaining customers; that is what the rest is for");
                }
            }
            if (scheme.rest() == null) {
                wrong("rest", "das Restsegment fehlt", "the segment for the rest is missing");
            } else {
                segment("rest", scheme.rest(), ids, true);
                if (!scheme.rest().criteria().isEmpty()) {
                    wrong("rest.criteria", "das Restsegment hat keine Kriterien", "the rest has no criteria");
                }
            }
        }
        if (!problems.isEmpty()) {
            return null;
        }
        unreachable("segments", segments);
        return new Segmentation(
                scheme, compiledValues, dimensions, segments, new CompiledSegment(scheme.rest(), List.of()));
    }

    private CompiledValues values() {
        ValueRule rule = scheme.value();
        PotentialLevels levels = scheme.potential();
        double[] revenue = null;
        double[] clv = null;
        if (rule == null) {
            wrong("value", "fehlt", "is missing");
        } else {
            if (rule.basis() == null) {
                wrong("value.basis", "fehlt", "is missing");
            }
            revenue = thresholds("value.revenue", rule.revenue());
            if (number("value.potentialWeight", rule.potentialWeight(), true)
                    && (rule.potentialWeight().signum() < 0
                            || rule.potentialWeight().compareTo(BigDecimal.ONE) > 0)) {
                wrong("value.potentialWeight", "0 bis 1", "0 to 1");
            }
            if (rule.clv() != null || rule.basis() == ValueBasis.CLV || rule.basis() == ValueBasis.HIGHER) {
                clv = thresholds("value.clv", rule.clv());
            }
        }
        if (levels == null) {
            wrong("potential", "fehlt", "is missing");
        } else if (number("potential.highFrom", levels.highFrom(), true)
                & number("potential.middleFrom", levels.middleFrom(), true)) {
            if (levels.middleFrom().signum() <= 0) {
                wrong("potential.middleFrom", "mehr als 0", "more than 0");
            }
            if (levels.highFrom().compareTo(levels.middleFrom()) < 0) {
                wrong("potential.highFrom", "nicht unter middleFrom", "not below middleFrom");
            }
        }
        return problems.isEmpty()
                ? new CompiledValues(
                        rule.basis(),
                        revenue,
                        rule.potentialWeight().doubleValue(),
                        rule.basis() == ValueBasis.REVENUE ? null : clv,
                        levels.highFrom().doubleValue(),
                        levels.middleFrom().doubleValue())
                : null;
    }

    private double[] thresholds(String position, ValueThresholds thresholds) {
        if (thresholds == null) {
            wrong(position, "fehlt", "is missing");
            return null;
        }
        if (number(position + ".fromA", thresholds.fromA(), true)
                & number(position + ".fromB", thresholds.fromB(), true)
                & number(position + ".fromC", thresholds.fromC(), true)) {
            if (thresholds.fromA().compareTo(thresholds.fromB()) < 0) {
                wrong(position + ".fromA", "nicht unter fromB", "not below fromB");
            }
            if (thresholds.fromB().compareTo(thresholds.fromC()) < 0) {
                wrong(position + ".fromB", "nicht unter fromC", "not below fromC");
            }
            return new double[] {
                thresholds.fromA().doubleValue(),
                thresholds.fromB().doubleValue(),
                thresholds.fromC().doubleValue()
            };
        }
        return null;
    }

    private void dimensions() {
        if (!atMost("dimensions", scheme.dimensions().size(), MAXIMUM_DIMENSIONS)) {
            return;
        }
        for (int i = 0; i < scheme.dimensions().size(); i++) {
            Dimension dimension = scheme.dimensions().get(i);
            String position = "dimensions[" + i + "]";
            if (dimension == null) {
                wrong(position, "fehlt", "is missing");
                continue;
            }
            id(position + ".id", dimension.id());
            text(position + ".name", dimension.name(), MAXIMUM_NAME, true);
            List<CompiledSegment> compiled = new ArrayList<>();
            if (dimension.values().isEmpty()) {
                wrong(position + ".values", "mindestens ein Wert", "at least one value");
            }
            if (atMost(position + ".values", dimension.values().size(), MAXIMUM_DIMENSION_VALUES)) {
                Set<String> ids = new HashSet<>();
                for (int j = 0; j < dimension.values().size(); j++) {
                    compiled.add(segment(
                            position + ".values[" + j + "]", dimension.values().get(j), ids, false));
                }
            }
            // Only now, so that no dimension asks itself or one that asks it.
            dimensions.add(new CompiledDimension(dimension, compiled));
        }
        for (int i = 0; i < dimensions.size(); i++) {
            String id = dimensions.get(i).dimension().id();
            if (id != null && dimensionOf.putIfAbsent(id, i) != null) {
                wrong("dimensions[" + i + "].id", "kommt zweimal vor", "occurs twice");
            }
        }
    }

    /** {@return the segment as far as it is in order; null when there is none} */
    private CompiledSegment segment(String position, SegmentDefinition segment, Set<String> ids, boolean description) {
        if (segment == null) {
            wrong(position, "fehlt", "is missing");
            return null;
        }
        id(position + ".id", segment.id());
        if (segment.id() != null && !ids.add(segment.id())) {
            wrong(
                    position + ".id",
                    "„" + cut(segment.id()) + "“ kommt zweimal vor",
                    "'" + cut(segment.id()) + "' occurs twice");
        }
        text(position + ".name", segment.name(), MAXIMUM_NAME, true);
        if (description || segment.description() != null) {
            text(position + ".description", segment.description(), MAXIMUM_DESCRIPTION, false);
        }
        List<CompiledCriterion> compiled = new ArrayList<>();
        if (atMost(position + ".criteria", segment.criteria().size(), MAXIMUM_CRITERIA)) {
            Set<String> asked = new HashSet<>();
            for (int i = 0; i < segment.criteria().size(); i++) {
                CompiledCriterion criterion = criterion(
                        position + ".criteria[" + i + "]", segment.criteria().get(i), asked);
                if (criterion != null) {
                    compiled.add(criterion);
                }
            }
        }
        return new CompiledSegment(segment, List.copyOf(compiled));
    }

    private CompiledCriterion criterion(String position, Criterion criterion, Set<String> asked) {
        if (criterion == null) {
            wrong(position, "fehlt", "is missing");
            return null;
        }
        String key = criterion.field();
        if (key == null || key.isBlank()) {
            wrong(position + ".field", "fehlt", "is missing");
            return null;
        }
        Integer dimension = key.startsWith(DIMENSION) ? dimensionOf.get(key.substring(DIMENSION.length())) : null;
        SchemeField field = SchemeField.of(key).orElse(null);
        if (field == null && dimension == null) {
            wrong(position + ".field", "unbekanntes Feld „" + cut(key) + "“", "unknown field '" + cut(key) + "'");
            return null;
        }
        boolean several = field != null && field.kind() == SchemeField.Kind.ANY;
        if (!asked.add(key) && !several) {
            wrong(
                    position + ".field",
                    "„" + key + "“ wird in diesem Segment zweimal gefragt",
                    "'" + key + "' is asked twice in this segment");
            return null;
        }
        return field != null && field.kind() == SchemeField.Kind.NUMBER
                ? range(position, criterion, field)
                : list(position, criterion, field, dimension == null ? -1 : dimension);
    }

    private CompiledCriterion range(String position, Criterion criterion, SchemeField field) {
        if (criterion.in() != null) {
            wrong(
                    position + ".in",
                    "„" + field.key() + "“ ist eine Zahl und wird mit from und below gefragt",
                    "'" + field.key() + "' is a number and is asked by from and below");
            return null;
        }
        if (criterion.from() == null && criterion.below() == null) {
            wrong(position, "from oder below fehlt", "from or below is missing");
            return null;
        }
        if (!(number(position + ".from", criterion.from(), false)
                & number(position + ".below", criterion.below(), false))) {
            return null;
        }
        double from = criterion.from() == null
                ? Double.NEGATIVE_INFINITY
                : criterion.from().doubleValue();
        double below = criterion.below() == null
                ? Double.POSITIVE_INFINITY
                : criterion.below().doubleValue();
        boolean negative = field == SchemeField.REVENUE_12M || field == SchemeField.CLV;
        if (from >= below || !negative && below <= 0 || field.unit() == SchemeField.Unit.SHARE && from > 1) {
            wrong(
                    position,
                    "leerer Bereich: kein Kunde kann ihn erfüllen",
                    "empty range: no customer can be within it");
            return null;
        }
        return CompiledCriterion.range(field, from, below);
    }

    private CompiledCriterion list(String position, Criterion criterion, SchemeField field, int dimension) {
        if (criterion.from() != null || criterion.below() != null) {
            wrong(
                    position + (criterion.from() != null ? ".from" : ".below"),
                    "„" + criterion.field() + "“ ist keine Zahl und wird mit in gefragt",
                    "'" + criterion.field() + "' is no number and is asked by in");
            return null;
        }
        if (criterion.in() == null || criterion.in().isEmpty()) {
            wrong(position + ".in", "mindestens ein Wert", "at least one value");
            return null;
        }
        values += criterion.in().size();
        if (values > MAXIMUM_VALUES) {
            Bilingual most = Written.number(MAXIMUM_VALUES);
            wrong(
                    position + ".in",
                    "höchstens " + most.de() + " Werte im ganzen Schema",
                    "at most " + most.en() + " values in the whole scheme");
            throw new EnoughException();
        }
        Set<String> set = new LinkedHashSet<>();
        for (int i = 0; i < criterion.in().size(); i++) {
            String value = value(position + ".in[" + i + "]", criterion.in().get(i), field, dimension);
            if (value != null && !set.add(value)) {
                wrong(
                        position + ".in[" + i + "]",
                        "„" + cut(value) + "“ kommt zweimal vor",
                        "'" + cut(value) + "' occurs twice");
            }
        }
        return field != null && field.kind() == SchemeField.Kind.PREFIX
                ? CompiledCriterion.prefixes(field, Set.copyOf(set))
                : CompiledCriterion.list(field, dimension, Set.copyOf(set));
    }

    /** {@return the value as it is compared; null when it is wrong} */
    private String value(String position, String value, SchemeField field, int dimension) {
        if (value == null || value.isBlank()) {
            wrong(position, "fehlt", "is missing");
            return null;
        }
        if (value.length() > MAXIMUM_VALUE
                || !Written.plain(value, MAXIMUM_VALUE).equals(value.strip())) {
            wrong(
                    position,
                    "höchstens " + MAXIMUM_VALUE + " Zeichen auf einer Zeile, keine Steuerzeichen",
                    "at most " + MAXIMUM_VALUE + " characters on one line, no control characters");
            return null;
        }
        if (field == null) {
            boolean known = dimensions.get(dimension).dimension().values().stream()
                    .anyMatch(v -> v != null && value.equals(v.id()));
            return known ? value : unknown(position, value);
        }
        return switch (field.kind()) {
            case CLOSED -> field.constants().contains(value) ? value : unknown(position, value);
            case EXACT, ANY -> value.strip();
            default -> Subject.normal(value);
        };
    }

    private String unknown(String position, String value) {
        wrong(position, "unbekannter Wert „" + cut(value) + "“", "unknown value '" + cut(value) + "'");
        return null;
    }

    /**
     * Finds segments to which nobody can belong: one before it asks for less, or several before it have between them every value of a field
     * that has only so many.
     */
    private void unreachable(String list, List<CompiledSegment> segments) {
        for (int late = 1; late < segments.size(); late++) {
            CompiledSegment segment = segments.get(late);
            Map<SchemeField, Set<String>> taken = new HashMap<>();
            for (int early = 0; early < late; early++) {
                CompiledCriterion open = null;
                int asked = 0;
                for (CompiledCriterion criterion : segments.get(early).criteria()) {
                    if (!CompiledSegment.implied(criterion, segment)) {
                        open = criterion;
                        asked++;
                    }
                }
                if (asked == 0) {
                    String before = cut(segments.get(early).definition().id());
                    wrong(
                            list + "[" + late + "]",
                            "unerreichbar: „" + before + "“ steht davor und hat alle diese Kunden",
                            "unreachable: '" + before + "' comes before and has all these customers");
                    break;
                }
                if (asked == 1 && open.field() != null && open.field().kind() == SchemeField.Kind.CLOSED) {
                    taken.computeIfAbsent(open.field(), any -> new HashSet<>()).addAll(open.set());
                    if (exhausted(open.field(), taken.get(open.field()), segment)) {
                        wrong(
                                list + "[" + late + "]",
                                "unerreichbar: die Segmente davor haben jeden Wert von "
                                        + open.field().key(),
                                "unreachable: the segments before have every value of "
                                        + open.field().key());
                        break;
                    }
                }
            }
        }
    }

    private static boolean exhausted(SchemeField field, Set<String> taken, CompiledSegment segment) {
        for (CompiledCriterion criterion : segment.criteria()) {
            if (criterion.field() == field) {
                return taken.containsAll(criterion.set());
            }
        }
        return field.always() && taken.containsAll(field.constants());
    }

    private void id(String position, String id) {
        if (id == null || id.isBlank()) {
            wrong(position, "fehlt", "is missing");
        } else if (id.length() > MAXIMUM_ID || !ID.matcher(id).matches()) {
            wrong(
                    position,
                    "nur kleine Buchstaben, Ziffern und Bindestriche, höchstens " + MAXIMUM_ID + " Zeichen",
                    "only lower-case letters, digits and hyphens, at most " + MAXIMUM_ID + " characters");
        }
    }

    private void text(String position, Bilingual text, int limit, boolean required) {
        if (text == null) {
            wrong(position, "fehlt", "is missing");
            return;
        }
        text(position + ".de", text.de(), limit, required);
        text(position + ".en", text.en(), limit, required);
    }

    private void text(String position, String text, int limit, boolean required) {
        if (required && text.isBlank()) {
            wrong(position, "fehlt", "is missing");
        } else if (text.length() > limit) {
            wrong(position, "höchstens " + limit + " Zeichen", "at most " + limit + " characters");
        } else if (!Written.plain(text, limit).equals(text.strip())) {
            wrong(position, "auf einer Zeile, keine Steuerzeichen", "on one line, no control characters");
        }
    }

    /** {@return whether it can be reckoned with} */
    private boolean number(String position, BigDecimal number, boolean required) {
        if (number == null) {
            if (required) {
                wrong(position, "fehlt", "is missing");
            }
            return !required;
        }
        // The number of digits is asked first: comparing 1e999999999 would write it out.
        if (number.precision() > 30
                || number.precision() - (long) number.scale() > 13
                || number.scale() > 30
                || number.abs().compareTo(MAXIMUM_NUMBER) > 0) {
            wrong(
                    position,
                    "betragsmäßig höchstens 1.000.000.000.000",
                    "1,000,000,000,000 at most, positive or negative");
            return false;
        }
        return true;
    }

    private boolean atMost(String position, int count, int limit) {
        if (count > limit) {
            Bilingual most = Written.number(limit);
            wrong(position, "höchstens " + most.de(), "at most " + most.en());
            return false;
        }
        return true;
    }

    private void wrong(String position, String de, String en) {
        problems.add(new SchemeProblem(position, new Bilingual(de, en)));
        if (problems.size() == MAXIMUM_PROBLEMS) {
            throw new EnoughException();
        }
    }

    private static String cut(String text) {
        return Written.plain(text, MAXIMUM_VALUE);
    }
}
