package de.zuruf.crm.xml;

/**
 * Remembers which records a file has already held, as 64-bit hashes, so that memory stays bounded (16 MB at most). A
 * false alarm costs one misleading warning and has a chance below 1 in 10 million for a full table.
 */
final class SeenIdentities {
    static final int CAPACITY = 1_000_000;

    private long[] table = new long[1 << 10];
    private int size;

    /** {@return true when this record came before; false also once the table is full} */
    boolean repeated(String record, String id) {
        if (size >= CAPACITY) {
            return contains(hash(record, id));
        }
        long hash = hash(record, id);
        if (contains(hash)) {
            return true;
        }
        if (++size * 2 > table.length) {
            grow();
        }
        insert(hash);
        return false;
    }

    /** {@return true when further records can no longer be remembered} */
    boolean full() {
        return size >= CAPACITY;
    }

    private boolean contains(long hash) {
        int mask = table.length - 1;
        for (int i = (int) hash & mask; table[i] != 0; i = (i + 1) & mask) {
            if (table[i] == hash) {
                return true;
            }
        }
        return false;
    }

    private void insert(long hash) {
        int mask = table.length - 1;
        int i = (int) hash & mask;
        while (table[i] != 0) {
            i = (i + 1) & mask;
        }
        table[i] = hash;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                insert(hash);
            }
        }
    }

    private static long hash(String record, String id) {
        long h = fnv(fnv(0xcbf29ce484222325L, record) * 31, id);
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 33;
        return h == 0 ? 1 : h;
    }

    private static long fnv(long seed, String text) {
        long h = seed;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return h;
    }
}
