package de.zuruf.segment.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.SizeClass;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.segment.ValueClassSettings;
import de.zuruf.segment.potential.PeerGroup;
import de.zuruf.segment.potential.Potential;
import de.zuruf.segment.scheme.SchemePreview.Move;
import de.zuruf.segment.scheme.SchemePreview.MovedCustomer;
import de.zuruf.wording.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final SegmentDefinition REST = segment("rest");

    private static SegmentDefinition segment(String id, Criterion... criteria) {
        return new SegmentDefinition(
                id, new Bilingual("Segment " + id, "segment " + id), Bilingual.EMPTY, Arrays.asList(criteria));
    }

    private static Scheme scheme(SegmentDefinition... segments) {
        return scheme(List.of(), segments);
    }

    private static Scheme scheme(List<Dimension> dimensions, SegmentDefinition... segments) {
        Scheme starter = Scheme.starter();
        return new Scheme(
                "test",
                1,
                starter.name(),
                starter.value(),
                starter.potential(),
                dimensions,
                Arrays.asList(segments),
                REST);
    }

    /** Facts to be varied. */
    private static final class Given {
        private String id = "K-1";
        private LifecyclePhase phase = LifecyclePhase.REGULAR;
        private String revenue = "30000";
        private String clv;
        private Potential potential;
        private Double stillCustomer = 0.9;
        private String industry = "MASCHINENBAU";
        private SizeClass size = SizeClass.SMALL;
        private String postcode = "20457";
        private Set<String> groups = Set.of("DICHT", "LAGER");
        private Map<String, String> dimensions = Map.of();

        CustomerFacts facts() {
            return new CustomerFacts(
                    id,
                    phase,
                    new BigDecimal(revenue),
                    clv == null ? null : new BigDecimal(clv),
                    potential,
                    stillCustomer,
                    12,
                    700,
                    20,
                    industry,
                    size,
                    "DE",
                    postcode,
                    "DE-HH",
                    "CALL",
                    groups,
                    dimensions);
        }
    }

    private static String assigned(Scheme scheme, Given given) {
        return Segmentation.of(scheme).assign(given.facts()).segmentId();
    }

    private static Potential estimate(String amount) {
        return new Potential.Estimate(
                new BigDecimal(amount), 0.75, new PeerGroup(null, null, 50, new BigDecimal(amount)), false);
    }

    private static boolean holds(Criterion criterion, Given given) {
        return assigned(scheme(segment("it", criterion)), given).equals("it");
    }

    @Test
    void theStarterSchemeDividesAsTheProductDoes() {
        Segmentation standard = Segmentation.of(Scheme.starter());
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            Given given = new Given();
            given.revenue = Integer.toString(random.nextInt(200_000));
            given.potential = random.nextBoolean()
                    ? null
                    : new Potential.Fact(BigDecimal.valueOf(random.nextInt(400_000)), "F. Beispiel", DAY, null);
            Assignment assignment = standard.assign(given.facts());
            assertEquals(
                    ValueClass.of(
                            new BigDecimal(given.revenue),
                            given.potential == null ? null : given.potential.amount(),
                            ValueClassSettings.DEFAULT),
                    assignment.valueClass());
        }
        Given climber = new Given();
        climber.revenue = "4000";
        climber.potential = estimate("60000");
        Assignment assignment = standard.assign(climber.facts());
        assertEquals("aufsteiger", assignment.segmentId());
        assertEquals(
                new Bilingual(
                        "Potenzial hoch (ungenutzt geschätzt 56.000 €)", "potential high (untapped estimated €56,000)"),
                assignment.why());
        assertEquals(ValueClass.B, assignment.valueClass());
        climber.phase = LifecyclePhase.LOST;
        assertEquals(
                "Phase verlorener Kunde; Wertklasse B (Umsatz und anteiliges Potenzial 32.000 €)",
                standard.assign(climber.facts()).why().de());
        Given small = new Given();
        small.revenue = "500";
        assertEquals("telefonische-betreuung", standard.assign(small.facts()).segmentId());
        assertEquals(
                "keines der 6 Segmente davor trifft zu",
                standard.assign(small.facts()).why().de());
        assertEquals(PotentialLevel.UNKNOWN, standard.assign(small.facts()).potentialLevel());
    }

    @Test
    void theFirstThatHoldsCounts() {
        Scheme scheme = scheme(
                segment("one", Criterion.in("customer", "K-9", "K-1")),
                segment("north", Criterion.in("postcode", "20", "21"), Criterion.in("industry", "maschinenbau ")),
                segment("k2", Criterion.in("customer", "K-2")));
        Given given = new Given();
        assertEquals("one", assigned(scheme, given));
        given.id = "K-2";
        assertEquals("north", assigned(scheme, given));
        given.postcode = "80331";
        assertEquals("k2", assigned(scheme, given));
        given.id = "k-2";
        assertEquals("rest", assigned(scheme, given));
    }

    @Test
    void everyFieldCanBeAsked() {
        Given given = new Given();
        given.clv = "12000";
        given.potential = estimate("120000");
        for (SchemeField field : SchemeField.values()) {
            Criterion fits = switch (field) {
                case CUSTOMER -> Criterion.in(field.key(), "K-1");
                case VALUE_CLASS -> Criterion.in(field.key(), "B");
                case POTENTIAL_LEVEL -> Criterion.in(field.key(), "HIGH");
                case POTENTIAL_SOURCE -> Criterion.in(field.key(), "ESTIMATED");
                case PHASE -> Criterion.in(field.key(), "REGULAR", "NEW");
                case INDUSTRY -> Criterion.in(field.key(), "Maschinenbau");
                case SIZE -> Criterion.in(field.key(), "SMALL");
                case COUNTRY -> Criterion.in(field.key(), "de");
                case POSTCODE -> Criterion.in(field.key(), "1", "204", "20457", "3");
                case FEDERAL_STATE -> Criterion.in(field.key(), "DE-HH");
                case CHANNEL -> Criterion.in(field.key(), "CALL");
                case PRODUCT_GROUP -> Criterion.in(field.key(), "DICHT", "X");
                case REVENUE_12M -> Criterion.from(field.key(), "30000");
                case CLV -> Criterion.below(field.key(), "12000.01");
                case POTENTIAL -> Criterion.from(field.key(), "120000");
                case UNTAPPED -> Criterion.from(field.key(), "90000");
                case SHARE_OF_WALLET ->
                    new Criterion(field.key(), null, new BigDecimal("0.25"), new BigDecimal("0.26"));
                case STILL_CUSTOMER -> Criterion.from(field.key(), "0.9");
                case ORDER_DAYS -> Criterion.from(field.key(), "12");
                case DAYS_SINCE_FIRST -> Criterion.from(field.key(), "700");
                case DAYS_SINCE_LAST -> Criterion.below(field.key(), "21");
            };
            assertTrue(holds(fits, given), field.key());
            Assignment it = Segmentation.of(scheme(segment("it", fits))).assign(given.facts());
            assertTrue(
                    it.why().de().startsWith(field.words().de() + " "), it.why().de());
            assertTrue(
                    it.why().en().startsWith(field.words().en() + " "), it.why().en());
        }
        assertEquals(
                "Lieferanteil geschätzt 25 % (ab 20 %)",
                Segmentation.of(scheme(segment("it", Criterion.from("shareOfWallet", "0.2"))))
                        .assign(given.facts())
                        .why()
                        .de());
        assertEquals(
                "revenue a year €30,000 (from €5,000, below €50,000)",
                Segmentation.of(scheme(segment(
                                "it",
                                new Criterion("revenue12m", null, new BigDecimal("5000"), new BigDecimal("50000")))))
                        .assign(given.facts())
                        .why()
                        .en());
    }

    @Test
    void rangesMeetWithoutGapOrOverlap() {
        Given given = new Given();
        assertFalse(holds(Criterion.below("revenue12m", "30000"), given));
        assertTrue(holds(Criterion.from("revenue12m", "30000"), given));
        given.revenue = "29999.99";
        assertTrue(holds(Criterion.below("revenue12m", "30000"), given));
        assertFalse(holds(Criterion.from("revenue12m", "30000"), given));
    }

    @Test
    void whatIsNotKnownFulfilsNothing() {
        CustomerFacts nothing = new CustomerFacts(
                "K-1",
                LifecyclePhase.LEAD,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        for (SchemeField field : SchemeField.values()) {
            if (Set.of(
                            SchemeField.CUSTOMER,
                            SchemeField.VALUE_CLASS,
                            SchemeField.POTENTIAL_LEVEL,
                            SchemeField.PHASE,
                            SchemeField.REVENUE_12M,
                            SchemeField.ORDER_DAYS)
                    .contains(field)) {
                continue;
            }
            Criterion any = field.kind() == SchemeField.Kind.NUMBER
                    ? new Criterion(field.key(), null, new BigDecimal("0"), null)
                    : new Criterion(
                            field.key(), field.constants().isEmpty() ? List.of("X") : field.constants(), null, null);
            assertEquals(
                    "rest",
                    Segmentation.of(scheme(segment("it", any))).assign(nothing).segmentId(),
                    field.key());
        }
        assertEquals(
                "interessenten",
                Segmentation.of(Scheme.starter()).assign(nothing).segmentId());
    }

    @Test
    void valueClassesByLifetimeValue() {
        ValueThresholds revenue = Scheme.starter().value().revenue();
        ValueThresholds clv =
                new ValueThresholds(new BigDecimal("10000"), new BigDecimal("3000"), new BigDecimal("500"));
        Given leaving = new Given();
        leaving.revenue = "150000";
        leaving.clv = "400";
        assertEquals(
                ValueClass.A, valueClass(new ValueRule(ValueBasis.REVENUE, revenue, BigDecimal.ZERO, clv), leaving));
        assertEquals(ValueClass.D, valueClass(new ValueRule(ValueBasis.CLV, revenue, BigDecimal.ZERO, clv), leaving));
        assertEquals(
                ValueClass.A, valueClass(new ValueRule(ValueBasis.HIGHER, revenue, BigDecimal.ZERO, clv), leaving));
        Given coming = new Given();
        coming.revenue = "1000";
        coming.clv = "3000";
        assertEquals(ValueClass.B, valueClass(new ValueRule(ValueBasis.HIGHER, revenue, BigDecimal.ZERO, clv), coming));
        coming.clv = null;
        assertEquals(ValueClass.D, valueClass(new ValueRule(ValueBasis.CLV, revenue, BigDecimal.ZERO, clv), coming));
    }

    private static ValueClass valueClass(ValueRule rule, Given given) {
        Scheme base = scheme();
        return Segmentation.of(new Scheme("test", 1, base.name(), rule, base.potential(), List.of(), List.of(), REST))
                .assign(given.facts())
                .valueClass();
    }

    @Test
    void aCompanyDefinesDimensions() {
        Dimension region = new Dimension(
                "region",
                new Bilingual("Vertriebsregion", "sales region"),
                List.of(
                        segment("nord", Criterion.in("postcode", "2", "17", "18", "19")),
                        segment("sued", Criterion.in("federalState", "DE-BY", "DE-BW")),
                        segment("haus")));
        Scheme scheme = scheme(
                List.of(region),
                segment("haus-kunden", Criterion.in("dimension.region", "haus")),
                segment("norden", Criterion.in("dimension.region", "nord"), Criterion.in("phase", "REGULAR")));
        Given given = new Given();
        Assignment north = Segmentation.of(scheme).assign(given.facts());
        assertEquals("norden", north.segmentId());
        assertEquals(
                "Vertriebsregion Segment nord; Phase Stammkunde", north.why().de());
        assertEquals(Map.of("region", "nord"), north.dimensions());
        given.dimensions = Map.of("region", "haus");
        assertEquals("haus-kunden", assigned(scheme, given));
        given.dimensions = Map.of("region", "atlantis", "other", "x");
        assertEquals("norden", assigned(scheme, given));
        given.postcode = "99999";
        assertEquals("rest", assigned(scheme, given));
        assertEquals(Map.of(), Segmentation.of(scheme).assign(given.facts()).dimensions());
    }

    @Test
    void aBadSchemeIsToldEverythingThatIsWrong() {
        Scheme bad = new Scheme(
                "Großes Schema",
                0,
                new Bilingual("", "x".repeat(101)),
                new ValueRule(
                        null,
                        new ValueThresholds(BigDecimal.ONE, BigDecimal.TEN, null),
                        new BigDecimal("1.5"),
                        new ValueThresholds(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE)),
                new PotentialLevels(BigDecimal.ONE, BigDecimal.TEN),
                List.of(new Dimension("region", new Bilingual("R", "R"), List.of())),
                Arrays.asList(
                        segment("a", Criterion.in("umsatz", "1")),
                        segment("a", Criterion.in("revenue12m", "1")),
                        segment("b", Criterion.from("phase", "1")),
                        segment("c", Criterion.in("phase", "VERLOREN")),
                        segment("d", new Criterion("revenue12m", null, BigDecimal.TEN, BigDecimal.TEN)),
                        segment("e", new Criterion("clv", null, null, null)),
                        segment("f", new Criterion("industry", List.of(), null, null)),
                        segment("g", Criterion.in("industry", "X", " x")),
                        segment("h", Criterion.in("industry", "X"), Criterion.in("industry", "Y")),
                        segment("i"),
                        null,
                        segment("j", (Criterion) null),
                        segment("k", Criterion.in("dimension.nirgends", "x")),
                        segment("l", Criterion.in("dimension.region", "x")),
                        segment("m", Criterion.from("clv", "1e999999999")),
                        segment("n", Criterion.from("shareOfWallet", "25")),
                        segment("o", Criterion.below("orderDays", "0")),
                        segment("p", new Criterion("industry", Collections.singletonList(null), null, null)),
                        segment("q", Criterion.in("industry", "a\u202eb", "x".repeat(65)))),
                null);
        SchemeException refused = assertThrows(SchemeException.class, () -> Segmentation.of(bad));
        Map<String, String> said = new HashMap<>();
        refused.problems().forEach(p -> said.put(p.position(), p.message().de()));
        assertEquals(
                Set.of(
                        "id",
                        "version",
                        "name.de",
                        "name.en",
                        "value.basis",
                        "value.revenue.fromC",
                        "value.potentialWeight",
                        "value.clv.fromA",
                        "potential.highFrom",
                        "dimensions[0].values",
                        "segments[0].criteria[0].field",
                        "segments[1].id",
                        "segments[1].criteria[0].in",
                        "segments[2].criteria[0].from",
                        "segments[3].criteria[0].in[0]",
                        "segments[4].criteria[0]",
                        "segments[5].criteria[0]",
                        "segments[6].criteria[0].in",
                        "segments[7].criteria[0].in[1]",
                        "segments[8].criteria[1].field",
                        "segments[9].criteria",
                        "segments[10]",
                        "segments[11].criteria[0]",
                        "segments[12].criteria[0].field",
                        "segments[13].criteria[0].in[0]",
                        "segments[14].criteria[0].from",
                        "segments[15].criteria[0]",
                        "segments[16].criteria[0]",
                        "segments[17].criteria[0].in[0]",
                        "segments[18].criteria[0].in[0]",
                        "segments[18].criteria[0].in[1]",
                        "rest"),
                said.keySet());
        assertEquals("unbekanntes Feld „umsatz“", said.get("segments[0].criteria[0].field"));
        assertEquals("unbekannter Wert „VERLOREN“", said.get("segments[3].criteria[0].in[0]"));
        assertEquals("„a“ kommt zweimal vor", said.get("segments[1].id"));
        assertEquals("id", refused.field().orElseThrow());
        assertTrue(
                refused.words().en().endsWith(" (+" + (refused.problems().size() - 1) + ")"),
                refused.words().en());
        refused.problems().forEach(p -> assertFalse(p.message().en().isBlank()));
    }

    @Test
    void nothingAtAllIsToldAsSuch() {
        SchemeException none = assertThrows(SchemeException.class, () -> Segmentation.of(null));
        assertEquals("the scheme is missing", none.problems().get(0).message().en());
        SchemeException empty = assertThrows(
                SchemeException.class, () -> Segmentation.of(new Scheme(null, 1, null, null, null, null, null, null)));
        assertEquals(
                List.of("id", "name", "value", "potential", "rest"),
                empty.problems().stream().map(SchemeProblem::position).toList());
    }

    @Test
    void theRestHasNoCriteriaAndNoTwin() {
        Scheme base = scheme(segment("rest", Criterion.in("phase", "LOST")));
        Scheme bad = new Scheme(
                "test",
                1,
                base.name(),
                base.value(),
                base.potential(),
                List.of(),
                base.segments(),
                segment("rest", Criterion.in("phase", "NEW")));
        SchemeException refused = assertThrows(SchemeException.class, () -> Segmentation.of(bad));
        assertEquals(
                List.of("rest.id", "rest.criteria"),
                refused.problems().stream().map(SchemeProblem::position).toList());
    }

    @Test
    void dimensionsAskNoDimensions() {
        Bilingual name = new Bilingual("D", "D");
        Dimension one = new Dimension("one", name, List.of(segment("a", Criterion.in("phase", "NEW"))));
        Dimension two = new Dimension("two", name, List.of(segment("b", Criterion.in("dimension.one", "a"))));
        assertPosition("dimensions[1].values[0].criteria[0].field", scheme(List.of(one, two)));
        assertPosition("dimensions[1].id", scheme(List.of(one, one)));
    }

    private static void assertPosition(String expected, Scheme scheme) {
        SchemeException refused = assertThrows(SchemeException.class, () -> Segmentation.of(scheme));
        assertEquals(
                List.of(expected),
                refused.problems().stream().map(SchemeProblem::position).toList(),
                () -> refused.problems().toString());
    }

    @Test
    void segmentsThatNobodyCanBelongToAreRefused() {
        assertPosition(
                "segments[1]",
                scheme(
                        segment("a", Criterion.in("phase", "LOST", "AT_RISK")),
                        segment("b", Criterion.in("phase", "LOST"), Criterion.in("valueClass", "A"))));
        assertPosition(
                "segments[1]",
                scheme(
                        segment("a", Criterion.from("revenue12m", "1000")),
                        segment("b", new Criterion("revenue12m", null, new BigDecimal("5000"), null))));
        assertPosition(
                "segments[1]",
                scheme(
                        segment("a", Criterion.in("postcode", "2")),
                        segment("b", Criterion.in("postcode", "20", "21"))));
        // Several before it have every value between them, with the other criteria fulfilled.
        assertPosition(
                "segments[3]",
                scheme(
                        segment("a", Criterion.in("valueClass", "A", "B")),
                        segment("c", Criterion.in("valueClass", "C"), Criterion.in("phase", "LOST", "NEW")),
                        segment("d", Criterion.in("valueClass", "D")),
                        segment("e", Criterion.in("phase", "LOST"))));
        // The size of some is not known.
        assertNotNull(Segmentation.of(scheme(
                segment("a", Criterion.in("size", "MICRO", "SMALL", "MEDIUM", "LARGE")),
                segment("b", Criterion.in("phase", "LOST")))));
        assertNotNull(Segmentation.of(scheme(
                segment("a", Criterion.from("revenue12m", "5000")),
                segment("b", Criterion.from("revenue12m", "1000")))));
        assertNotNull(Segmentation.of(
                scheme(segment("a", Criterion.in("postcode", "20")), segment("b", Criterion.in("postcode", "2")))));
        assertNotNull(Segmentation.of(scheme(
                segment("a", Criterion.in("productGroup", "X"), Criterion.in("productGroup", "Y")),
                segment("b", Criterion.in("productGroup", "X")))));
    }

    /** What is refused as unreachable is never reached, and what is accepted assigns everybody. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void unreachableIsProved(long seed) {
        Random random = new Random(seed);
        int refusals = 0;
        for (int round = 0; round < 200; round++) {
            List<SegmentDefinition> segments = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                List<Criterion> criteria = new ArrayList<>();
                if (random.nextInt(3) > 0) {
                    criteria.add(some("valueClass", List.of("A", "B", "C", "D"), random));
                }
                if (random.nextInt(3) == 0) {
                    criteria.add(some("phase", List.of("LEAD", "NEW", "REGULAR", "LOST"), random));
                }
                if (criteria.isEmpty() || random.nextInt(3) == 0) {
                    int from = random.nextInt(4) * 20_000;
                    criteria.add(new Criterion(
                            "revenue12m",
                            null,
                            BigDecimal.valueOf(from),
                            BigDecimal.valueOf(from + 20_000L + random.nextInt(3) * 20_000)));
                }
                segments.add(segment("s" + i, criteria.toArray(Criterion[]::new)));
            }
            Scheme scheme = scheme(segments.toArray(SegmentDefinition[]::new));
            try {
                Segmentation.of(scheme);
            } catch (SchemeException e) {
                refusals++;
                String position = e.problems().get(0).position();
                int refused = Integer.parseInt(position.replaceAll("\\D", ""));
                List<Segmentation> alone = segments.stream()
                        .map(segment -> Segmentation.of(scheme(segment)))
                        .toList();
                for (int i = 0; i < 300; i++) {
                    Given given = new Given();
                    given.revenue = Integer.toString(random.nextInt(200_000));
                    given.phase = LifecyclePhase.values()[random.nextInt(7)];
                    CustomerFacts facts = given.facts();
                    boolean before = alone.subList(0, refused).stream().anyMatch(a -> has(a, facts));
                    assertTrue(before || !has(alone.get(refused), facts), () -> e.problems() + " but " + facts);
                }
            }
        }
        assertTrue(refusals > 10, "refused " + refusals);
    }

    private static boolean has(Segmentation alone, CustomerFacts facts) {
        return !alone.assign(facts).segmentId().equals(REST.id());
    }

    private static Criterion some(String field, List<String> values, Random random) {
        List<String> some = values.stream().filter(v -> random.nextBoolean()).toList();
        return new Criterion(field, some.isEmpty() ? values : some, null, null);
    }

    @Test
    void thousandsOfSegmentsOfOne() {
        SegmentDefinition[] segments = IntStream.range(0, 2000)
                .mapToObj(i -> segment("k" + i, Criterion.in("customer", "K-" + i)))
                .toArray(SegmentDefinition[]::new);
        Segmentation segmentation = Segmentation.of(scheme(segments));
        Given given = new Given();
        given.id = "K-1234";
        assertEquals("k1234", segmentation.assign(given.facts()).segmentId());
        assertEquals("Kunde K-1234", segmentation.assign(given.facts()).why().de());
        given.id = "K-2000";
        assertEquals("rest", segmentation.assign(given.facts()).segmentId());
    }

    @Test
    void hugeSchemesAreRefused() {
        SegmentDefinition[] segments = IntStream.range(0, 2001)
                .mapToObj(i -> segment("k" + i, Criterion.in("customer", "K-" + i)))
                .toArray(SegmentDefinition[]::new);
        assertPosition("segments", scheme(segments));
        String[] many = IntStream.range(0, 100_001).mapToObj(i -> "K" + i).toArray(String[]::new);
        assertPosition("segments[0].criteria[0].in", scheme(segment("a", Criterion.in("customer", many))));
        SegmentDefinition[] wrong = IntStream.range(0, 500)
                .mapToObj(i -> segment("k" + i, Criterion.in("x", "y")))
                .toArray(SegmentDefinition[]::new);
        assertEquals(
                100,
                assertThrows(SchemeException.class, () -> Segmentation.of(scheme(wrong)))
                        .problems()
                        .size());
        String huge = "x".repeat(5_000_000);
        SchemeException hostile = assertThrows(
                SchemeException.class, () -> Segmentation.of(scheme(segment(huge, Criterion.in(huge, huge)))));
        assertTrue(hostile.words().de().length() < 300);
    }

    @ParameterizedTest
    @CsvSource({"1e-999999999", "1e13", "-1e13", "0.1234567890123456789012345678901"})
    void absurdNumbersAreRefused(String number) {
        assertPosition("segments[0].criteria[0].from", scheme(segment("a", Criterion.from("clv", number))));
    }

    @Test
    void hostileFactsDoNoHarm() {
        Given given = new Given();
        given.id = "K\u202e\u0000";
        given.industry = "MASCHINENBAU\n".repeat(1000);
        given.postcode = "";
        given.revenue = "-1e30";
        Segmentation segmentation = Segmentation.of(scheme(
                segment("a", Criterion.in("postcode", "2")),
                segment("b", Criterion.in("industry", "MASCHINENBAU")),
                segment("c", Criterion.below("revenue12m", "-1"))));
        Assignment assignment = segmentation.assign(given.facts());
        assertEquals("c", assignment.segmentId());
        assertTrue(
                assignment.why().de().startsWith("Umsatz im Jahr -1.000"),
                assignment.why().de());
        given.id = null;
        assertThrows(NullPointerException.class, given::facts, "a customer without identity belongs nowhere");
    }

    @Test
    void aPreviewNamesThoseWhoMove() {
        Segmentation before = Segmentation.of(scheme(segment("gross", Criterion.from("revenue12m", "50000"))));
        Segmentation after = Segmentation.of(scheme(segment("gross", Criterion.from("revenue12m", "40000"))));
        SchemePreview preview = new SchemePreview(before, after, 3);
        SchemePreview[] parts = {new SchemePreview(before, after, 3), new SchemePreview(before, after, 3)};
        for (int i = 0; i < 1000; i++) {
            Given given = new Given();
            given.id = "K-" + i;
            given.revenue = Integer.toString(i * 100);
            preview.add(given.facts());
            parts[i % 2].add(given.facts());
        }
        SchemePreview.Result result = preview.result();
        assertEquals(
                "Diese Änderung verschiebt 100 von 1.000 Kunden.",
                result.words().de());
        assertEquals(1000, result.customers());
        Move move = result.moves().get(0);
        assertEquals("rest", move.from());
        assertEquals("gross", move.to());
        assertEquals(100, move.count());
        assertEquals(
                List.of("K-499", "K-498", "K-497"),
                move.customers().stream().map(MovedCustomer::customerId).toList());
        assertEquals(
                "Umsatz im Jahr 49.900 € (ab 40.000 €)",
                move.customers().get(0).why().de());
        assertEquals(
                List.of(500L, 400L),
                result.moves().stream()
                        .skip(1)
                        .map(Move::count)
                        .sorted(Collections.reverseOrder())
                        .toList());
        result.moves().stream().skip(1).forEach(m -> assertEquals(List.of(), m.customers()));
        parts[0].addAll(parts[1]);
        assertEquals(result, parts[0].result());
        SchemePreview same = new SchemePreview(before, before, 3);
        same.add(new Given().facts());
        assertEquals(
                "This change moves none of 1 customers.", same.result().words().en());
        assertThrows(IllegalArgumentException.class, () -> new SchemePreview(before, after, -1));
        assertThrows(IllegalArgumentException.class, () -> new SchemePreview(before, after, 10_001));
    }

    @Test
    void aPreviewWithoutListCounts() {
        Segmentation before = Segmentation.of(scheme());
        Segmentation after = Segmentation.of(scheme(segment("a", Criterion.in("phase", "REGULAR"))));
        SchemePreview preview = new SchemePreview(before, after, 0);
        preview.add(new Given().facts());
        SchemePreview more = new SchemePreview(before, after, 0);
        more.add(new Given().facts());
        preview.addAll(more);
        assertEquals(2, preview.result().moved());
        assertEquals(List.of(), preview.result().moves().get(0).customers());
    }

    @Test
    void aHistoryTellsWhatChanged() {
        Scheme one = scheme(segment("gross", Criterion.from("revenue12m", "50000")));
        Scheme two = new Scheme(
                "test",
                2,
                one.name(),
                one.value(),
                one.potential(),
                List.of(),
                List.of(segment("gross", Criterion.from("revenue12m", "20000"))),
                REST);
        Segmentation v1 = Segmentation.of(one);
        Segmentation v2 = Segmentation.of(two);
        Given given = new Given();
        SegmentTransition first = SegmentTransition.of(null, null, 0, v1.assign(given.facts()), DAY)
                .orElseThrow();
        assertEquals(
                new SegmentTransition(
                        "K-1", DAY, null, "rest", "test", 1, SegmentTransition.Cause.FIRST, first.reason()),
                first);
        assertEquals(
                Optional.empty(), SegmentTransition.of(first, "test", 1, v1.assign(given.facts()), DAY.plusDays(1)));
        SegmentTransition byScheme = SegmentTransition.of(first, "test", 1, v2.assign(given.facts()), DAY.plusDays(2))
                .orElseThrow();
        assertEquals(SegmentTransition.Cause.SCHEME, byScheme.cause());
        assertEquals(
                "neue Einteilung (test, Fassung 2): Umsatz im Jahr 30.000 € (ab 20.000 €)",
                byScheme.reason().de());
        given.revenue = "10";
        SegmentTransition byFacts = SegmentTransition.of(byScheme, "test", 2, v2.assign(given.facts()), DAY.plusDays(3))
                .orElseThrow();
        assertEquals(SegmentTransition.Cause.FACTS, byFacts.cause());
        assertEquals("gross", byFacts.from());
        assertEquals(Optional.empty(), SegmentTransition.of(byFacts, "test", 2, v1.assign(new Given().facts()), DAY));
        given.id = "K-2";
        assertThrows(
                IllegalArgumentException.class,
                () -> SegmentTransition.of(byFacts, "test", 2, v2.assign(given.facts()), DAY.plusDays(4)));
    }
}
