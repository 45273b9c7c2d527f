package de.zuruf.demo.company;

import de.zuruf.customer.Contact;
import de.zuruf.customer.SizeClass;
import de.zuruf.demo.company.Catalogue.Item;
import de.zuruf.demo.company.Lines.Area;
import de.zuruf.demo.company.Lines.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A customer while he is being made up; what is not set by his part is ordinary. */
final class Draft {

    /** Classes by revenue a year, with what belongs to each. */
    enum Rank {
        A(140_000, 340_000, 18, 24, 4, 18, 14, 20, SizeClass.LARGE),
        B(33_000, 78_000, 25, 38, 3, 12, 9, 40, SizeClass.MEDIUM),
        C(7_500, 19_000, 42, 62, 2, 6, 5, 70, SizeClass.SMALL),
        D(1_600, 4_000, 75, 100, 2, 0, 3, 150, SizeClass.MICRO);

        final int revenueFrom;
        final int revenueTo;
        final int gapFrom;
        final int gapTo;
        /** Lines of an order besides the one that is in every order. */
        final int lines;

        final int discountPercent;
        final int interactions;
        /** Days within which the last contact lies. */
        final int contactWithin;

        final SizeClass size;

        Rank(
                int revenueFrom,
                int revenueTo,
                int gapFrom,
                int gapTo,
                int lines,
                int discountPercent,
                int interactions,
                int contactWithin,
                SizeClass size) {
            this.revenueFrom = revenueFrom;
            this.revenueTo = revenueTo;
            this.gapFrom = gapFrom;
            this.gapTo = gapTo;
            this.lines = lines;
            this.discountPercent = discountPercent;
            this.interactions = interactions;
            this.contactWithin = contactWithin;
            this.size = size;
        }
    }

    final String id;
    final Plot plot;
    final Rank rank;
    final Area area;
    final Industry industry;
    String name;
    Line line;
    String owner;
    String insideSales;
    final List<Contact> contacts = new ArrayList<>();
    List<Item> assortment;

    double revenue;
    int gap;
    double jitter = 0.12;
    int firstOrderDaysAgo;
    int lastOrderDaysAgo;
    double yearlyGrowth;
    double latestVolume = 1;
    boolean companionMissing;
    /** So many latest orders lack the product that used to be in every order. */
    int vanishedSince;

    int cancelledOrders;
    LocalDate customerSince;
    LocalDate cancelledOn;
    BigDecimal potential;
    boolean satisfied;
    boolean paymentBlocked;
    int lastContactDaysAgo;
    boolean lead;

    Draft(String id, Plot plot, Rank rank, Area area, Industry industry) {
        this.id = id;
        this.plot = plot;
        this.rank = rank;
        this.area = area;
        this.industry = industry;
    }
}
