package de.zuruf.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrossSellTest {

    /** 26 who buy grease, 23 of them a grease gun, too; all of them gloves; somebody else's segment buys otherwise. */
    private static CrossSell grease() {
        CrossSell crossSell = new CrossSell(CrossSell.Settings.DEFAULT);
        for (int i = 0; i < 23; i++) {
            crossSell.count("BAU", List.of("grease", "gun", "gloves", "gun"));
        }
        for (int i = 0; i < 3; i++) {
            crossSell.count("BAU", List.of("grease", "gloves"));
        }
        for (int i = 0; i < 500; i++) {
            crossSell.count("BAU", List.of("gloves", "hammer" + i));
            crossSell.count("HOLZ", List.of("grease", "saw"));
        }
        return crossSell;
    }

    @Test
    void namesTheProductAndTheCounts() {
        CrossSellHint hint =
                grease().hint("BAU", List.of("grease", "gloves"), p -> true).orElseThrow();
        assertEquals("gun", hint.productId());
        assertEquals("grease", hint.becauseProductId());
        assertEquals(23, hint.peersWithBoth());
        assertEquals(25, hint.peersWithBecause());
        assertEquals(92, hint.percent());
        assertEquals(
                "23 von 25 vergleichbaren Kunden, die Schmierfett beziehen, kaufen auch Fettpresse (92 %).",
                hint.words("Fettpresse", "Schmierfett").de());
    }

    @Test
    void proposesOnlyWhatIsNewOrderableAndStrong() {
        CrossSell crossSell = grease();
        assertEquals(Optional.empty(), crossSell.hint("BAU", List.of("grease", "gun", "gloves"), p -> true));
        assertEquals(
                "gloves",
                crossSell
                        .hint("BAU", List.of("grease"), p -> !p.equals("gun"))
                        .orElseThrow()
                        .productId());
        // Five percent of those with gloves buy grease.
        assertEquals(Optional.empty(), crossSell.hint("BAU", List.of("gloves"), p -> true));
        assertEquals(Optional.empty(), crossSell.hint("UNSEEN", List.of("grease"), p -> true));
        assertEquals(Optional.empty(), crossSell.hint("BAU", List.of("unseen"), p -> true));
        assertEquals(Optional.empty(), crossSell.hint("BAU", Set.of(), p -> true));
        assertEquals(
                "saw",
                crossSell
                        .hint("HOLZ", List.of("grease"), p -> true)
                        .orElseThrow()
                        .productId());
    }

    @Test
    void aHandfulOfPeersIsNoReason() {
        CrossSell crossSell = new CrossSell(CrossSell.Settings.DEFAULT);
        for (int i = 0; i < 10; i++) {
            crossSell.count("S", List.of("x", "y"));
        }
        assertEquals(Optional.empty(), crossSell.hint("S", List.of("x"), p -> true));
    }

    @Test
    void countingEndsWithTheFirstQuestion() {
        CrossSell crossSell = grease();
        crossSell.hint("BAU", List.of("grease"), p -> true);
        assertThrows(IllegalStateException.class, () -> crossSell.count("BAU", List.of("grease")));
    }

    @Test
    void memoryIsBounded() {
        CrossSell crossSell = new CrossSell(new CrossSell.Settings(10, 50, 5, 1_000));
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            List<String> basket = new ArrayList<>(List.of("x", "y"));
            for (int j = 0; j < 30; j++) {
                basket.add("p" + random.nextInt(5_000));
            }
            crossSell.count("S", basket);
        }
        assertTrue(crossSell.truncated());
        assertEquals(
                "y", crossSell.hint("S", List.of("x"), p -> true).orElseThrow().productId());
        assertFalse(grease().truncated());
    }

    @Test
    void countsAgreeWithANaiveCount() {
        Random random = new Random(11);
        CrossSell crossSell = new CrossSell(new CrossSell.Settings(1, 0, 60, 2_000_000));
        List<Set<String>> baskets = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Set<String> basket = new java.util.TreeSet<>();
            for (int j = 0; j < 6; j++) {
                basket.add("p" + (int) Math.abs(random.nextGaussian() * 8));
            }
            baskets.add(basket);
            crossSell.count("S", basket);
        }
        for (Set<String> own : baskets) {
            crossSell.hint("S", own, p -> true).ifPresent(hint -> {
                long both = baskets.stream()
                        .filter(b -> b.contains(hint.productId()) && b.contains(hint.becauseProductId()))
                        .count();
                long because = baskets.stream()
                        .filter(b -> b.contains(hint.becauseProductId()))
                        .count();
                long either = baskets.stream()
                        .filter(b -> b.contains(hint.productId()) || b.contains(hint.becauseProductId()))
                        .count();
                assertEquals(both, hint.peersWithBoth());
                assertEquals(because - 1, hint.peersWithBecause());
                assertEquals((double) both / either, hint.similarity(), 1e-12);
                assertFalse(own.contains(hint.productId()));
            });
        }
    }
}
