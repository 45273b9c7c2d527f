package de.zuruf.segment.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.SizeClass;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PotentialTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Function<String, Bilingual> INDUSTRIES = key ->
            key.equals("MASCHINENBAU") ? new Bilingual("Maschinenbau", "mechanical engineering") : Bilingual.same(key);

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }

    /** {@code count} companies with revenues of step, 2·step, and so on. */
    private static void add(PeerRevenues peers, String industry, SizeClass size, int count, int step) {
        for (int i = 1; i <= count; i++) {
            peers.add(industry, size, BigDecimal.valueOf((long) i * step));
        }
    }

    private static Potential.Estimate estimate(PeerRevenues peers, String industry, SizeClass size, String revenue) {
        return peers.estimates(PotentialSettings.DEFAULT)
                .estimate(industry, size, euros(revenue))
                .orElseThrow();
    }

    @Test
    void estimateAndFactDoNotLookAlike() {
        PeerRevenues peers = new PeerRevenues();
        add(peers, "MASCHINENBAU", SizeClass.MEDIUM, 48, 3300);
        Potential estimate = estimate(peers, "MASCHINENBAU", SizeClass.MEDIUM, "30000");
        assertEquals(
                new Bilingual(
                        "geschätzt: 120.000 € im Jahr (oberes Viertel von 48 Vergleichsbetrieben, Maschinenbau, 50–249 Beschäftigte)",
                        "estimated: €120,000 a year (upper quarter of 48 comparable companies, mechanical engineering,"
                                + " 50–249 employees)"),
                estimate.words(INDUSTRIES));
        assertEquals(PotentialSource.ESTIMATED, estimate.source());

        Potential fact = Potential.Fact.entered(
                euros("120000"), " F. Beispiel ", LocalDate.of(2026, 11, 3), "  Rest beim Wettbewerb ", TODAY);
        assertEquals(
                new Bilingual(
                        "120.000 € im Jahr, erfragt von F. Beispiel am 3.11.2026",
                        "€120,000 a year, asked by F. Beispiel on 3 Nov 2026"),
                fact.words(INDUSTRIES));
        assertEquals(PotentialSource.ENTERED, fact.source());
        assertEquals("Rest beim Wettbewerb", ((Potential.Fact) fact).note());

        assertEquals(
                "Lieferanteil geschätzt 25 % (30.000 € von geschätzt 120.000 € im Jahr)",
                ShareOfWallet.of(euros("30000"), estimate).orElseThrow().words().de());
        assertEquals(
                "Lieferanteil 25 % (30.000 € von 120.000 € im Jahr, erfragt von F. Beispiel am 3.11.2026)",
                ShareOfWallet.of(euros("30000"), fact).orElseThrow().words().de());
        assertEquals(
                PotentialSource.ESTIMATED,
                ShareOfWallet.of(euros("30000"), estimate).orElseThrow().source());
    }

    @Test
    void theSmallestGroupThatIsLargeEnoughIsComparedWith() {
        PeerRevenues peers = new PeerRevenues();
        add(peers, "MASCHINENBAU", SizeClass.SMALL, 20, 100);
        add(peers, "ANLAGENBAU", SizeClass.SMALL, 19, 1000);
        add(peers, "ANLAGENBAU", SizeClass.LARGE, 19, 10000);
        PeerGroup cell = estimate(peers, " maschinenbau", SizeClass.SMALL, "0").peers();
        assertEquals("MASCHINENBAU", cell.industry());
        assertEquals(20, cell.count());
        assertEquals(1525, cell.amount().doubleValue(), 1e-9);

        PeerGroup size = estimate(peers, "ANLAGENBAU", SizeClass.SMALL, "0").peers();
        assertNull(size.industry());
        assertEquals(SizeClass.SMALL, size.size());
        assertEquals(39, size.count());

        PeerGroup all = estimate(peers, "ANLAGENBAU", SizeClass.LARGE, "0").peers();
        assertNull(all.size());
        assertEquals(58, all.count());
        assertEquals(
                "58 Vergleichsbetrieben, alle Branchen und Größen",
                all.words(INDUSTRIES).de());

        PeerGroup industry = estimate(peers, "ANLAGENBAU", null, "0").peers();
        assertEquals("ANLAGENBAU", industry.industry());
        assertNull(industry.size());
        assertEquals(
                "38 comparable companies, ANLAGENBAU, all sizes",
                industry.words(INDUSTRIES).en());

        assertEquals(39, estimate(peers, null, SizeClass.SMALL, "0").peers().count());
        assertEquals(58, estimate(peers, " ", null, "0").peers().count());
        assertEquals(
                58, estimate(peers, "UNBEKANNT", SizeClass.MICRO, "0").peers().count());
    }

    @Test
    void tooFewToCompareWithIsNoEstimate() {
        PeerRevenues peers = new PeerRevenues();
        add(peers, "MASCHINENBAU", SizeClass.SMALL, 19, 100);
        PotentialEstimates estimates = peers.estimates(PotentialSettings.DEFAULT);
        assertEquals(Optional.empty(), estimates.estimate("MASCHINENBAU", SizeClass.SMALL, BigDecimal.TEN));
        assertEquals(Optional.empty(), estimates.potential(null, null, null, null));
        Potential.Fact fact = Potential.Fact.ofCrm(euros("5000"));
        assertEquals(Optional.of(fact), estimates.potential(fact, null, null, null));
        assertEquals("5.000 € im Jahr, laut CRM", fact.words(INDUSTRIES).de());
        assertNull(Potential.Fact.ofCrm(null));
    }

    @Test
    void whoeverBuysMoreThanHisPeersIsEstimatedByHimself() {
        PeerRevenues peers = new PeerRevenues();
        add(peers, "MASCHINENBAU", SizeClass.SMALL, 20, 100);
        Potential.Estimate estimate = estimate(peers, "MASCHINENBAU", SizeClass.SMALL, "123456.78");
        assertEquals(euros("123456.78"), estimate.amount());
        assertTrue(estimate.byOwnRevenue());
        assertEquals(
                "geschätzt: mindestens 123.457 € im Jahr (eigener Umsatz; oberes Viertel von 20 Vergleichsbetrieben,"
                        + " Maschinenbau, 10–49 Beschäftigte beginnt bei 1.525 €)",
                estimate.words(INDUSTRIES).de());
        assertEquals(
                1, ShareOfWallet.of(euros("123456.78"), estimate).orElseThrow().share());
        // Rounding down to two digits must not bring it below what he buys.
        Potential.Estimate rounded = estimate(peers, "MASCHINENBAU", SizeClass.SMALL, "1510");
        assertEquals(
                euros("1500"),
                estimate(peers, "MASCHINENBAU", SizeClass.SMALL, "1499").amount());
        assertEquals(euros("1510"), rounded.amount());
    }

    @Test
    void outliersMoveNothing() {
        PeerRevenues usual = new PeerRevenues();
        PeerRevenues withOutliers = new PeerRevenues();
        add(usual, "MASCHINENBAU", SizeClass.SMALL, 100, 1000);
        add(withOutliers, "MASCHINENBAU", SizeClass.SMALL, 95, 1000);
        for (int i = 0; i < 5; i++) {
            withOutliers.add("MASCHINENBAU", SizeClass.SMALL, euros("99000000000"));
        }
        BigDecimal expected =
                estimate(usual, "MASCHINENBAU", SizeClass.SMALL, "0").amount();
        assertEquals(
                expected,
                estimate(withOutliers, "MASCHINENBAU", SizeClass.SMALL, "0").amount());
    }

    @Test
    void whoBoughtNothingSaysNothing() {
        PeerRevenues peers = new PeerRevenues();
        add(peers, "MASCHINENBAU", SizeClass.SMALL, 20, 100);
        for (int i = 0; i < 1000; i++) {
            peers.add("MASCHINENBAU", SizeClass.SMALL, BigDecimal.ZERO);
            peers.add("MASCHINENBAU", SizeClass.SMALL, euros("-50"));
            peers.add("MASCHINENBAU", SizeClass.SMALL, null);
            peers.add("MASCHINENBAU", SizeClass.SMALL, new BigDecimal("1e400"));
        }
        assertEquals(
                20,
                estimate(peers, "MASCHINENBAU", SizeClass.SMALL, "0").peers().count());
    }

    @Test
    void partsPutTogetherAreTheWhole() {
        Random random = new Random(4);
        String[] industries = {"A", "B", "C", null};
        PeerRevenues whole = new PeerRevenues();
        PeerRevenues[] parts = {new PeerRevenues(), new PeerRevenues(), new PeerRevenues()};
        double[] mine = new double[5000];
        int count = 0;
        for (int i = 0; i < 5000; i++) {
            String industry = industries[random.nextInt(4)];
            SizeClass size = random.nextInt(5) == 0 ? null : SizeClass.values()[random.nextInt(4)];
            BigDecimal revenue = BigDecimal.valueOf(Math.exp(8 + 2 * random.nextGaussian()));
            whole.add(industry, size, revenue);
            parts[random.nextInt(3)].add(industry, size, revenue);
            if ("A".equals(industry) && size == SizeClass.MICRO) {
                mine[count++] = revenue.doubleValue();
            }
        }
        PeerRevenues together = new PeerRevenues();
        for (PeerRevenues part : parts) {
            together.addAll(part);
        }
        for (String industry : industries) {
            for (SizeClass size : SizeClass.values()) {
                assertEquals(estimate(whole, industry, size, "0"), estimate(together, industry, size, "0"));
            }
        }
        PeerGroup cell = estimate(whole, "A", SizeClass.MICRO, "0").peers();
        double threshold = cell.amount().doubleValue();
        long below = Arrays.stream(mine, 0, count).filter(r -> r < threshold).count();
        assertEquals(count, cell.count());
        assertEquals(0.75, (double) below / count, 1.0 / count);
    }

    @Test
    void aMillionDifferentIndustriesDoNoHarm() {
        PeerRevenues peers = new PeerRevenues();
        for (int i = 0; i < 100_000; i++) {
            peers.add("x".repeat(50) + i, SizeClass.SMALL, BigDecimal.valueOf(i));
            peers.add("i" + i, SizeClass.SMALL, BigDecimal.valueOf(i));
        }
        PeerGroup group = estimate(peers, "i7", SizeClass.SMALL, "0").peers();
        assertNull(group.industry());
        assertEquals(199_998, group.count());
        // Keys are as long as the database's; longer ones are the same industry.
        assertEquals(
                99_999,
                estimate(peers, "X".repeat(80), SizeClass.SMALL, "0").peers().count());
    }

    @Test
    void theQuantileIsASetting() {
        PeerRevenues peers = new PeerRevenues();
        add(peers, "MASCHINENBAU", SizeClass.SMALL, 101, 1000);
        assertWords(peers, 0.9, "91.000 € im Jahr (oberes Zehntel von");
        assertWords(peers, 0.8, "81.000 € im Jahr (oberes Fünftel von");
        assertWords(peers, 0.85, "86.000 € im Jahr (obere 15 % von");
        assertWords(peers, 0.5, "51.000 € im Jahr (obere Hälfte von");
    }

    private static void assertWords(PeerRevenues peers, double quantile, String expected) {
        String words = peers.estimates(new PotentialSettings(quantile, 20))
                .estimate("MASCHINENBAU", SizeClass.SMALL, BigDecimal.ONE)
                .orElseThrow()
                .words(INDUSTRIES)
                .de();
        assertTrue(words.startsWith("geschätzt: " + expected), words);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.49, 0.96, Double.NaN, -1, 75})
    void absurdQuantilesAreRefused(double quantile) {
        assertThrows(IllegalArgumentException.class, () -> new PotentialSettings(quantile, 20));
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "100000000000.01", "1.001", "1e99", "1e999999999", "1e-999999999"})
    void absurdAmountsAreRefused(String amount) {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> Potential.Fact.entered(new BigDecimal(amount), "F. Beispiel", TODAY, null, TODAY));
        assertEquals("amount", refused.field().orElseThrow());
    }

    @Test
    void anEntryNamesWhoAndWhen() {
        assertRefused("amount", null, "F. Beispiel", TODAY, null);
        assertRefused("by", BigDecimal.ONE, null, TODAY, null);
        assertRefused("by", BigDecimal.ONE, " \u0000\n", TODAY, null);
        assertRefused("by", BigDecimal.ONE, "x".repeat(100_000), TODAY, null);
        assertRefused("on", BigDecimal.ONE, "F. Beispiel", null, null);
        assertRefused("on", BigDecimal.ONE, "F. Beispiel", TODAY.plusDays(1), null);
        assertRefused("note", BigDecimal.ONE, "F. Beispiel", TODAY, "x".repeat(501));
        Potential.Fact hostile = Potential.Fact.entered(BigDecimal.ZERO, "F.\u202e\nBeispiel", TODAY, " \t ", TODAY);
        assertEquals("F. Beispiel", hostile.by());
        assertNull(hostile.note());
        assertEquals(
                0,
                new BigDecimal("1e3")
                        .compareTo(Potential.Fact.entered(new BigDecimal("1000.000"), "F. Beispiel", TODAY, null, TODAY)
                                .amount()));
    }

    private static void assertRefused(String field, BigDecimal amount, String by, LocalDate on, String note) {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> Potential.Fact.entered(amount, by, on, note, TODAY));
        assertEquals(field, refused.field().orElseThrow());
    }

    @Test
    void aShareIsNeverMoreThanAll() {
        Potential.Fact fact = new Potential.Fact(euros("50000"), "F. Beispiel", TODAY, null);
        ShareOfWallet share = ShareOfWallet.of(euros("80000"), fact).orElseThrow();
        assertEquals(1, share.share());
        assertTrue(share.outdated());
        assertEquals(
                "Lieferanteil unbekannt (Umsatz 80.000 €, mehr als das Potenzial: 50.000 € im Jahr, erfragt von F. Beispiel am"
                        + " 22.11.2026; bitte neu erfragen)",
                share.words().de());
        assertFalse(ShareOfWallet.of(euros("50000"), fact).orElseThrow().outdated());
        assertEquals(0, ShareOfWallet.of(euros("-7"), fact).orElseThrow().share());
        assertEquals(
                Optional.empty(), ShareOfWallet.of(euros("7"), new Potential.Fact(BigDecimal.ZERO, null, null, null)));
        assertTrue(ShareOfWallet.of(euros("49990"), fact)
                .orElseThrow()
                .words()
                .de()
                .startsWith("Lieferanteil 99 % ("));
        assertTrue(ShareOfWallet.of(euros("10"), fact)
                .orElseThrow()
                .words()
                .en()
                .startsWith("share of wallet under 1% ("));
        assertTrue(ShareOfWallet.of(euros("0"), fact).orElseThrow().words().en().startsWith("share of wallet 0% ("));
    }
}
