package org.guildhall.coupons.codes;

import org.guildhall.platform.ReadableCodes;

/** Codes of twelve characters: eleven random ones (55 bits) and a check character. */
public final class CouponCodes {

    private static final ReadableCodes CODES = new ReadableCodes(11);

    private CouponCodes() {}

    /** A new code, without its hyphens. */
    public static String next() {
        return CODES.next();
    }

    /** What was typed or scanned, as codes are kept. */
    public static String normal(String typed) {
        return ReadableCodes.normal(typed);
    }

    /** Whether a code kept in this form can exist. */
    public static boolean wellFormed(String code) {
        return CODES.wellFormed(code);
    }

    /** The code in groups of four. */
    public static String shown(String code) {
        return ReadableCodes.shown(code);
    }
}
