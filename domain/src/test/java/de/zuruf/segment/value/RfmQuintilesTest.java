package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RfmQuintilesTest {

    private static int[] ints(int count, int value) {
        return Collections.nCopies(count, value).stream().mapToInt(i -> i).toArray();
    }

    private static double[] doubles(int count) {
        return new double[count];
    }

    @Test
    void aFifthOfCustomersHasEachScore() {
        int[] numbers = IntStream.range(0, 100).map(i -> i * 37 % 100).toArray();
        var quintiles = RfmQuintiles.of(
                numbers,
                numbers,
                Arrays.stream(numbers).mapToDouble(i -> i * 1.5 - 20).toArray());
        int[] counts = new int[6];
        for (int i : numbers) {
            RfmScore score = quintiles.score(i, i, i * 1.5 - 20);
            assertEquals(1 + i / 20, score.frequency());
            assertEquals(1 + i / 20, score.monetary());
            assertEquals(5 - i / 20, score.recency());
            counts[score.monetary()]++;
        }
        assertEquals(
                List.of(0, 20, 20, 20, 20, 20), Arrays.stream(counts).boxed().toList());
        assertEquals(new RfmScore(5, 5, 5), quintiles.score(0, 99, 1000));
        assertEquals("551", quintiles.score(0, 99, -1000).code());
    }

    @Test
    void equalsAreNeverParted() {
        // Seven of ten have ordered once: their middle lies in the second fifth.
        int[] orders = {1, 1, 1, 1, 1, 1, 1, 2, 3, 9};
        var quintiles = RfmQuintiles.of(ints(10, 5), orders, doubles(10));
        assertEquals(
                List.of(2, 2, 2, 2, 2, 2, 2, 4, 5, 5),
                Arrays.stream(orders)
                        .mapToObj(count -> quintiles.score(5, count, 0).frequency())
                        .toList());
        assertEquals(3, quintiles.score(5, 1, 0).recency());
        assertEquals(3, quintiles.score(5, 1, 0).monetary());
    }

    @Test
    void oneCustomerIsInTheMiddle() {
        assertEquals(
                "333",
                RfmQuintiles.of(ints(1, 9), ints(1, 4), new double[] {3})
                        .score(9, 4, 3)
                        .code());
    }

    @Test
    void whoeverWasNotThereIsScoredByTheOthers() {
        var quintiles = RfmQuintiles.of(
                new int[] {10, 20, 30, 40, 50}, new int[] {1, 2, 3, 4, 5}, new double[] {-3, 0, 5, 7, Double.MAX_VALUE
                });
        assertEquals(new RfmScore(5, 2, 4), quintiles.score(3, 2, 9));
        assertEquals(new RfmScore(4, 5, 1), quintiles.score(11, 70, -4));
        assertEquals(1, quintiles.score(9_999, 1, 0).recency());
    }

    /** Recency and frequency of CDNOW tell who comes back: the better the score, the more of them do. */
    @Test
    void scoresRankTheCdnowSample() {
        int[] customers = Cdnow.SPENT.keySet().stream().mapToInt(i -> i).toArray();
        int[] recency = Arrays.stream(customers)
                .map(c -> Cdnow.history(c).observedDays() - Cdnow.history(c).lastDay())
                .toArray();
        int[] orders = Arrays.stream(customers)
                .map(c -> Cdnow.history(c).repeats() + 1)
                .toArray();
        double[] amounts = Arrays.stream(customers)
                .mapToDouble(c -> Cdnow.SPENT.get(c).headMap(Cdnow.CALIBRATED, true).values().stream()
                        .mapToDouble(d -> d)
                        .sum())
                .toArray();
        var quintiles = RfmQuintiles.of(recency, orders, amounts);
        double[] later = new double[6];
        int[] count = new int[6];
        for (int i = 0; i < customers.length; i++) {
            int score = quintiles.score(recency[i], orders[i], amounts[i]).recency();
            later[score] += Cdnow.heldOut(customers[i]);
            count[score]++;
        }
        for (int score = 1; score <= 5; score++) {
            assertEquals(customers.length / 5.0, count[score], 40);
        }
        assertTrue(later[5] / count[5] > 3 * later[1] / count[1]);
        assertTrue(later[5] / count[5] > later[4] / count[4]);
    }

    @Test
    void whatIsNoPopulationIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RfmQuintiles.of(ints(0, 0), ints(0, 0), doubles(0)));
        assertThrows(IllegalArgumentException.class, () -> RfmQuintiles.of(ints(2, 1), ints(2, 1), doubles(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> RfmQuintiles.of(ints(2, 1), ints(2, 1), new double[] {1, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> new RfmScore(0, 1, 1));
        var rising = List.of(1., 2., 3., 4.);
        assertThrows(IllegalArgumentException.class, () -> new RfmQuintiles(List.of(1., 0., 3., 4.), rising, rising));
        assertThrows(IllegalArgumentException.class, () -> new RfmQuintiles(List.of(), rising, rising));
    }
}
