package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelQualityTest {

    private static ModelQuality of(double[] probabilities, int[] silent, int... ordered) {
        var outcome = new boolean[ordered.length];
        for (var i = 0; i < ordered.length; i++) {
            outcome[i] = ordered[i] == 1;
        }
        return ModelQuality.of(probabilities, silent, outcome);
    }

    @Test
    void discriminationCountsPairs() {
        // Of the pairs (.9|.8), (.9|.2), (.5|.8), (.5|.2) three are in order; by recency (1|2), (1|9), (5|2), (5|9)
        // three too.
        var quality = of(new double[] {0.9, 0.8, 0.5, 0.2}, new int[] {1, 2, 5, 9}, 1, 0, 1, 0);
        assertEquals(0.75, quality.discrimination(), 1e-15);
        assertEquals(0.75, quality.byRecency(), 1e-15);
        assertEquals(2, quality.ordered());
    }

    @Test
    void equalsCountHalf() {
        var quality = of(new double[] {0.5, 0.5, 0.5}, new int[] {7, 7, 1}, 1, 0, 1);
        assertEquals(0.5, quality.discrimination(), 1e-15);
        assertEquals(0.75, quality.byRecency(), 1e-15);
    }

    @Test
    void withoutAnyOrderThereIsNoDiscrimination() {
        assertTrue(
                Double.isNaN(of(new double[] {0.5, 0.6}, new int[] {1, 2}, 0, 0).discrimination()));
        var nobody = of(new double[0], new int[0]);
        assertEquals(0, nobody.customers());
        assertTrue(nobody.deciles().isEmpty());
    }

    @Test
    void decilesOfTrueProbabilitiesComeTrue() {
        var random = new Random(20261123);
        var probabilities = random.doubles(100_000).toArray();
        var ordered = new boolean[probabilities.length];
        for (var i = 0; i < ordered.length; i++) {
            ordered[i] = random.nextDouble() < probabilities[i];
        }
        var quality = ModelQuality.of(probabilities, new int[ordered.length], ordered);
        assertEquals(10, quality.deciles().size());
        quality.deciles().forEach(decile -> {
            assertEquals(10_000, decile.customers());
            // Three standard errors of a share of 10,000.
            assertEquals(decile.predicted(), decile.observed(), 0.015);
        });
        assertEquals(0.5, quality.byRecency(), 1e-12, "all alike");
    }

    @Test
    void lessThanTenCustomersHaveLessThanTenTenths() {
        assertEquals(
                3,
                of(new double[] {0.1, 0.2, 0.3}, new int[] {1, 2, 3}, 0, 1, 1)
                        .deciles()
                        .size());
    }

    @Test
    void driftIsNoneForTheSameCustomersAndLargeForOthers() {
        var probabilities =
                IntStream.range(0, 1_000).mapToDouble(i -> i / 1_000.0).toArray();
        var quality = ModelQuality.of(probabilities, new int[1_000], new boolean[1_000]);
        assertEquals(0, quality.drift(probabilities), 1e-12);
        assertTrue(quality.drift(Arrays.stream(probabilities).map(p -> p / 2).toArray()) > 0.25);
        assertTrue(Double.isFinite(quality.drift(new double[] {0.99})));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(new double[] {1.1}, new int[] {0}, 0));
        assertThrows(IllegalArgumentException.class, () -> of(new double[] {Double.NaN}, new int[] {0}, 0));
        assertThrows(IllegalArgumentException.class, () -> of(new double[] {0.5}, new int[] {-1}, 0));
        assertThrows(IllegalArgumentException.class, () -> of(new double[] {0.5}, new int[] {0, 1}, 0));
    }
}
