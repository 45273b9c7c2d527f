package de.zuruf.segment.value;

/**
 * What a model supposes of a customer while he is one: gaps between his orders are gamma distributed with a shape that all share
 * and a rate of his own; after an order he may leave for good, with a probability of his own.
 *
 * @param regularity shape of the gaps, 1 to {@value #MOST_REGULAR}: 1 is pure chance, the higher the more like clockwork (k)
 * @param leavesAtOnce whether he may leave after his first order already; if not, nobody who has ordered once is ever lost
 * @see <a href="https://doi.org/10.1016/j.ijresmar.2020.09.002">Reutterer, Platzer, Schröder 2021 (MBG/CNBD-k)</a>
 */
public record PurchaseProcess(int regularity, boolean leavesAtOnce) {

    /** Highest shape that is tried; beyond it customers order by a calendar, and a model of chance says nothing. */
    public static final int MOST_REGULAR = 12;

    /** Fader, Hardie, Lee 2005. Its P(alive) of one-time buyers is always 1: no ranking of customers may rest on it. */
    public static final PurchaseProcess BG_NBD = new PurchaseProcess(1, false);

    /** Batislam, Denizel, Filiztekin 2007. */
    public static final PurchaseProcess MBG_NBD = new PurchaseProcess(1, true);

    public PurchaseProcess {
        if (regularity < 1 || regularity > MOST_REGULAR) {
            throw new IllegalArgumentException("regularity " + regularity);
        }
    }

    /** {@return the MBG/CNBD-k process of this regularity} */
    public static PurchaseProcess mbgCnbd(int regularity) {
        return new PurchaseProcess(regularity, true);
    }

    /** How often somebody who has ordered again so often could have left, and has not. */
    int chancesToLeave(int repeats) {
        return leavesAtOnce ? repeats + 1 : repeats;
    }
}
