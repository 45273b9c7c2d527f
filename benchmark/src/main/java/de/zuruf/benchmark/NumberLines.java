package de.zuruf.benchmark;

import de.zuruf.customer.NumberKind;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Whose numbers are whose, in a few arrays: a million customers take some hundred megabytes less than as objects. */
final class NumberLines {

    private static final NumberKind[] KINDS = NumberKind.values();
    private static final long EMPTY = 0;

    private long[] number = new long[1024];
    private int[] party = new int[1024];
    private int[] contact = new int[1024];
    private byte[] kind = new byte[1024];
    private boolean[] active = new boolean[1024];
    private int[] next = new int[1024];
    private int size;

    private long[] keys = new long[4096];
    private int[] first = new int[4096];
    private int used;

    /**
     * @param digits  of the number with its country code
     * @param party   not below that of the line before
     * @param contact 0 for a line of the company
     * @param active  false when the person has left
     * @return the line's index
     */
    int add(long digits, int party, int contact, NumberKind kind, boolean active) {
        if (size == number.length) {
            int more = size * 2;
            number = Arrays.copyOf(number, more);
            this.party = Arrays.copyOf(this.party, more);
            this.contact = Arrays.copyOf(this.contact, more);
            this.kind = Arrays.copyOf(this.kind, more);
            this.active = Arrays.copyOf(this.active, more);
            next = Arrays.copyOf(next, more);
        }
        if (used * 2 >= keys.length) {
            widen();
        }
        int slot = slot(digits);
        if (keys[slot] == EMPTY) {
            keys[slot] = digits;
            first[slot] = -1;
            used++;
        }
        number[size] = digits;
        this.party[size] = party;
        this.contact[size] = contact;
        this.kind[size] = (byte) kind.ordinal();
        this.active[size] = active;
        next[size] = first[slot];
        first[slot] = size;
        return size++;
    }

    private void widen() {
        long[] oldKeys = keys;
        int[] oldFirst = first;
        keys = new long[oldKeys.length * 2];
        first = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                first[slot] = oldFirst[i];
            }
        }
    }

    private int slot(long digits) {
        long mixed = digits * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & keys.length - 1;
        while (keys[slot] != EMPTY && keys[slot] != digits) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** Tells the lines of a number. */
    void each(long digits, IntConsumer to) {
        int slot = slot(digits);
        for (int line = keys[slot] == EMPTY ? -1 : first[slot]; line >= 0; line = next[line]) {
            to.accept(line);
        }
    }

    /** Tells the lines of a company. They lie together, as they were added. */
    void eachOf(int company, IntConsumer to) {
        int line = Arrays.binarySearch(party, 0, size, company);
        while (line > 0 && party[line - 1] == company) {
            line--;
        }
        for (; line >= 0 && line < size && party[line] == company; line++) {
            to.accept(line);
        }
    }

    boolean has(long digits) {
        return keys[slot(digits)] != EMPTY;
    }

    int size() {
        return size;
    }

    long number(int line) {
        return number[line];
    }

    int party(int line) {
        return party[line];
    }

    /** {@return 0 for a line of the company} */
    int contact(int line) {
        return contact[line];
    }

    NumberKind kind(int line) {
        return KINDS[kind[line]];
    }

    boolean active(int line) {
        return active[line];
    }
}
