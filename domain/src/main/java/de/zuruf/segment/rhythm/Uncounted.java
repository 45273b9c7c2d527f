package de.zuruf.segment.rhythm;

import de.zuruf.wording.Bilingual;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders of a customer that count for nothing or in part only, by reason. Each order is in one of these at most.
 *
 * @param cancelled       count for nothing
 * @param returned        reduce revenue, and are no order day
 * @param negative        amounts below zero that are not marked as returns; treated as such
 * @param free            amount zero: an order day, because he did order, but none that tells the size of his orders
 * @param future          dated after today: count from their day on
 * @param misdated        dated more than {@value OrderHistory#MOST_YEARS} years back: taken for a slip, count for nothing
 * @param duplicate       same id as another one of the list: the last of them counts
 * @param foreignCurrency in another currency than EUR: an order day, but no amount
 * @param unusable        without an amount, or with one beyond a trillion: an order day, but no amount
 */
public record Uncounted(
        int cancelled,
        int returned,
        int negative,
        int free,
        int future,
        int misdated,
        int duplicate,
        int foreignCurrency,
        int unusable) {

    /** Everything counts in full. */
    public static final Uncounted NONE = new Uncounted(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** {@return whether something speaks for a mistake in the data, rather than for ordinary business} */
    public boolean suspicious() {
        return negative + future + misdated + duplicate + foreignCurrency + unusable > 0;
    }

    /** {@return one sentence that says what did not count in full; empty when everything did} */
    public Bilingual words() {
        List<String> de = new ArrayList<>();
        List<String> en = new ArrayList<>();
        part(de, en, cancelled, "storniert", "cancelled");
        part(de, en, returned, "Retouren", "returns");
        part(de, en, negative, "mit negativem Betrag (wie Retouren)", "with a negative amount (as returns)");
        part(de, en, free, "ohne Berechnung (nur Bestelltag)", "free of charge (order day only)");
        part(de, en, future, "mit Datum in der Zukunft", "dated in the future");
        part(de, en, misdated, "mit unmöglichem Datum", "with an impossible date");
        part(de, en, duplicate, "doppelt geliefert", "delivered twice");
        part(de, en, foreignCurrency, "in fremder Währung (nur Bestelltag)", "in another currency (order day only)");
        part(de, en, unusable, "ohne brauchbaren Betrag (nur Bestelltag)", "without a usable amount (order day only)");
        return de.isEmpty()
                ? Bilingual.EMPTY
                : new Bilingual(
                        "Nicht oder nicht voll gezählt: " + String.join(", ", de) + ".",
                        "Not counted, or not in full: " + String.join(", ", en) + ".");
    }

    private static void part(List<String> de, List<String> en, int count, String german, String english) {
        if (count > 0) {
            de.add(count + " " + german);
            en.add(count + " " + english);
        }
    }
}
