package org.guildhall.intake.staging;

import java.util.Arrays;

/**
 * Remembers, in twelve bytes a purchase, which buyer each purchase number was seen with, and which numbers are spoilt: named
 * with two buyers or with a bad row. Numbers are known by 64 bits of hash; two of a million share one with a probability of
 * about 1 in 40 million, and then are rejected rather than mixed.
 */
final class PurchaseNumbers {

    private static final int SPOILT = 0x8000_0000;

    private long[] keys = new long[1 << 12];
    private int[] buyers = new int[1 << 12];
    private int size;

    /** Notes a good row of the purchase. */
    void seen(String number, String buyer) {
        int at = slot(hash(number));
        int mark = buyer.hashCode() & ~SPOILT;
        if ((buyers[at] & ~SPOILT) != mark && !isNew(at)) {
            buyers[at] |= SPOILT;
        } else {
            buyers[at] |= mark;
        }
        settled();
    }

    /** Notes that a row of the purchase is bad. */
    void spoilt(String number) {
        buyers[slot(hash(number))] |= SPOILT;
        settled();
    }

    /** The hashes of all spoilt numbers, ascending. */
    long[] spoiltHashes() {
        var spoilt = new long[size];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && (buyers[i] & SPOILT) != 0) {
                spoilt[count++] = keys[i];
            }
        }
        var exact = Arrays.copyOf(spoilt, count);
        Arrays.sort(exact);
        return exact;
    }

    /** FNV-1a over the characters, mixed; never 0, which marks an empty slot. */
    static long hash(String number) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < number.length(); i++) {
            hash = (hash ^ number.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    private boolean fresh;

    private boolean isNew(int at) {
        return fresh || buyers[at] == SPOILT;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) key & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        fresh = keys[at] == 0;
        keys[at] = key;
        return at;
    }

    private void settled() {
        if (fresh && ++size * 2 > keys.length) {
            grow();
        }
        fresh = false;
    }

    private void grow() {
        var oldKeys = keys;
        var oldBuyers = buyers;
        keys = new long[oldKeys.length * 2];
        buyers = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                buyers[slot(oldKeys[i])] = oldBuyers[i];
            }
        }
    }
}
