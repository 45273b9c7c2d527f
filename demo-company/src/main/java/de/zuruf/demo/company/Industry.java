package de.zuruf.demo.company;

import de.zuruf.demo.company.Catalogue.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * Industries of the customers and what each buys. Every customer of an industry buys its core and one profile of four
 * products, the largest two. Therefore nobody but the intended characters lacks anything that most of his peers
 * buy: no profile is bought by half of an industry, and whoever buys one product of a profile buys all of it.
 */
enum Industry {
    MASCHINENBAU(
            "Maschinenbau",
            List.of(Catalogue.of(70, 1), Catalogue.of(20, 1), Catalogue.of(80, 1)),
            profile(10, 1, 30, 1, 50, 2, 60, 3),
            profile(10, 5, 40, 2, 60, 2, 100, 2),
            profile(30, 4, 50, 1, 90, 5, 100, 4),
            profile(10, 2, 40, 6, 60, 7, 90, 6)),
    METALLVERARBEITUNG(
            "Metallverarbeitung",
            List.of(Catalogue.of(60, 5), Catalogue.of(80, 2), Catalogue.of(100, 2)),
            profile(10, 3, 30, 7, 50, 3, 70, 2),
            profile(20, 2, 40, 3, 70, 4, 90, 1),
            profile(10, 4, 20, 5, 50, 6, 90, 7),
            profile(20, 3, 30, 5, 40, 7, 70, 7)),
    ANLAGENBAU(
            "Anlagenbau",
            List.of(Catalogue.of(40, 1), Catalogue.of(50, 3), Catalogue.of(70, 2)),
            profile(10, 7, 20, 4, 80, 4, 90, 5),
            profile(20, 6, 30, 3, 60, 4, 100, 3),
            profile(10, 6, 60, 1, 80, 5, 100, 7),
            profile(20, 7, 30, 2, 80, 7, 90, 4)),
    ELEKTROHANDWERK(
            "Elektrohandwerk",
            List.of(Catalogue.of(90, 4), Catalogue.of(70, 6), Catalogue.of(60, 1)),
            profile(20, 1, 50, 4, 80, 3, 100, 4),
            profile(10, 1, 30, 5, 80, 8, 100, 7),
            profile(20, 5, 40, 6, 50, 6, 80, 6),
            profile(10, 7, 30, 6, 40, 4, 100, 6)),
    LEBENSMITTEL(
            "Lebensmittelherstellung",
            List.of(Catalogue.of(100, 5), Catalogue.of(50, 1), Catalogue.of(80, 6)),
            profile(10, 3, 20, 3, 30, 2, 90, 8),
            profile(10, 2, 30, 1, 40, 4, 70, 2),
            profile(20, 2, 30, 8, 60, 4, 90, 2),
            profile(10, 6, 20, 1, 40, 3, 70, 3)),
    HOLZVERARBEITUNG(
            "Holzverarbeitung",
            List.of(Catalogue.of(60, 8), Catalogue.of(70, 6), Catalogue.of(80, 5)),
            profile(10, 1, 20, 3, 30, 7, 100, 4),
            profile(20, 6, 30, 5, 50, 6, 90, 1),
            profile(10, 4, 40, 1, 50, 2, 100, 1),
            profile(20, 5, 30, 3, 40, 6, 90, 3));

    private final String german;
    private final List<Item> core;
    private final List<List<Item>> profiles;

    @SafeVarargs
    Industry(String german, List<Item> core, List<Item>... profiles) {
        this.german = german;
        this.core = core;
        this.profiles = List.of(profiles);
    }

    String german() {
        return german;
    }

    /** In this order: in every order; the companion that a cross-sell character lacks; a third. */
    List<Item> core() {
        return core;
    }

    /** The products besides the core; {@code turn} goes round the profiles, or round their pairs. */
    List<Item> assortment(int turn, boolean large) {
        if (!large) {
            return profiles.get(turn % 4);
        }
        int[][] pairs = {{0, 1}, {2, 3}, {0, 2}, {1, 3}, {0, 3}, {1, 2}};
        int[] pair = pairs[turn % pairs.length];
        List<Item> both = new ArrayList<>(profiles.get(pair[0]));
        for (Item item : profiles.get(pair[1])) {
            if (!both.contains(item)) {
                both.add(item);
            }
        }
        return both;
    }

    private static List<Item> profile(int... groupsAndNumbers) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < groupsAndNumbers.length; i += 2) {
            items.add(Catalogue.of(groupsAndNumbers[i], groupsAndNumbers[i + 1]));
        }
        return items;
    }
}
