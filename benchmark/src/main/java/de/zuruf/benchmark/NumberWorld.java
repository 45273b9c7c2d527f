package de.zuruf.benchmark;

import de.zuruf.crm.spi.CrmChange;
import de.zuruf.customer.Contact;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.customer.NumberPlan;
import de.zuruf.customer.Party;
import de.zuruf.customer.PhoneNumber;
import de.zuruf.demo.company.DemoCompany;
import de.zuruf.demo.company.LargeCompany;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Who has which telephone numbers: as it is ({@link #truth}), and as the product's mirror knows it ({@link #mirror}). The two are filled on
 * different ways, so that a number that the product misreads is a customer whom it does not know.
 */
final class NumberWorld implements Consumer<CrmChange> {

    /** As it is. Heads stand without the switchboard's 0, whichever way the CRM notes them. */
    final NumberLines truth = new NumberLines();

    /** Companies that have numbers like customers and call, but are in no CRM. */
    final NumberLines strangers = new NumberLines();

    /** As the product has read it. */
    final NumberLines mirror = new NumberLines();

    private final NumberPlan plan = new NumberPlan(NumberPlan.Settings.DEFAULT);
    private final SplittableRandom random;
    private final boolean mixed;
    private int parties;
    private int contacts;
    private boolean stranger;
    private boolean foreign;
    private String shared;
    private int sharing;

    private NumberWorld(boolean mixed, long seed) {
        this.mixed = mixed;
        random = new SplittableRandom(seed);
    }

    /** {@return the demo company as it is delivered} */
    static NumberWorld demo(long seed) {
        var world = new NumberWorld(false, seed);
        DemoCompany.records().forEach(world);
        return world;
    }

    /**
     * {@return the large company, with what the generator has not: every tenth is not in the CRM, half of the switchboards are noted with
     * 0, every fiftieth is shared by three companies, every fourth person has a mobile, every fortieth company is abroad}
     */
    static NumberWorld large(int customers, long seed) {
        var world = new NumberWorld(true, seed);
        LargeCompany.records(customers, seed, world);
        return world;
    }

    @Override
    public void accept(CrmChange change) {
        if (change instanceof CrmChange.PartyChanged party) {
            party(party.party());
        } else if (change instanceof CrmChange.ContactChanged contact) {
            contact(contact.contact());
        }
    }

    private void party(Party party) {
        parties++;
        stranger = mixed && random.nextInt(10) == 0;
        foreign = mixed && random.nextInt(40) == 0;
        if (foreign) {
            abroad();
            return;
        }
        for (PhoneNumber number : party.numbers()) {
            boolean head = number.kind() == NumberKind.HEAD;
            long digits = digits(number.raw());
            boolean zero = mixed && head && random.nextBoolean();
            line(digits, zero ? number.raw() + "-0" : number.raw(), 0, number.kind(), true);
            if (mixed && head && !stranger && sharing == 0 && random.nextInt(50) == 0) {
                shared = number.raw();
                sharing = 2;
            } else if (sharing > 0 && !stranger && !head) {
                sharing--;
                line(digits(shared), shared, 0, NumberKind.HEAD, true);
            }
        }
    }

    private void contact(Contact contact) {
        contacts++;
        if (!foreign) {
            for (PhoneNumber number : contact.numbers()) {
                line(digits(number.raw()), number.raw(), contacts, number.kind(), contact.active());
            }
        }
        if (mixed && random.nextInt(4) == 0) {
            String network = List.of("0152 ", "0171 ", "0176 ").get(random.nextInt(3));
            String raw = network + some(network.equals("0171 ") ? 7 : 8);
            line(digits(raw), raw, contacts, NumberKind.MOBILE, contact.active());
        }
    }

    /** Complete numbers noted as the company's main number, and Vienna, where direct dials follow. */
    private void abroad() {
        switch (random.nextInt(6)) {
            case 0 -> {
                String head = "+43 1 " + some(6);
                line(digits(head), head + (random.nextBoolean() ? "-0" : ""), 0, NumberKind.HEAD, true);
            }
            case 1 -> complete("+41 (0)44 " + some(7));
            case 2 -> complete("+33 1 " + some(8));
            case 3 -> complete("+44 (0)20 " + some(8));
            case 4 -> complete("+1 (202) " + some(7));
            default -> complete("+39 06 " + some(8));
        }
    }

    private void complete(String raw) {
        line(digits(raw), raw, 0, NumberKind.HEAD, true);
    }

    private String some(int count) {
        // No zero and no one at the beginning, as almost everywhere.
        var digits = new StringBuilder().append(2 + random.nextInt(8));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private void line(long digits, String raw, int contact, NumberKind kind, boolean active) {
        if (stranger) {
            strangers.add(digits, parties, contact, kind, active);
            return;
        }
        truth.add(digits, parties, contact, kind, active);
        // What the mirror makes of it: MirrorBatch leaves out what is no number.
        if (plan.normalise(raw) instanceof NumberOutcome.Valid valid) {
            mirror.add(Long.parseLong(valid.number().digits()), parties, contact, kind, active);
        }
    }

    /** What a person dials who reads this. */
    private static long digits(String raw) {
        String text = raw.replace("(0)", "").replaceAll("[^0-9+]", "");
        return Long.parseLong(
                text.startsWith("+")
                        ? text.substring(1)
                        : text.startsWith("00") ? text.substring(2) : "49" + text.substring(1));
    }
}
