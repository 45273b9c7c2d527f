package de.zuruf.customer;

import java.util.regex.Pattern;

/**
 * What cannot be a number by the numbering plan of the Bundesnetzagentur, as far as it matters for telling callers apart: which
 * beginnings exist, and how long the numbers are where that is fixed. All numbers without country code and without the
 * leading zero. Which area codes and blocks are assigned is not asked, that changes.
 */
final class GermanNumbers {

    /** A number with its direct-dial extension has at most so many digits (ITU-T E.164: 15 with the country code). */
    private static final int LONGEST = 13;

    /** 10x selects a carrier, 11x are short numbers that have no area code, 12x and 14x are not assigned, 190 was withdrawn, 31x are tests. */
    private static final Pattern NOBODY = Pattern.compile("(?:1[0124]|190|31).*");

    /** 15x has eleven digits; 16x and 17x ten or eleven, but nine with pagers (164, 168, 169). */
    private static final Pattern MOBILE =
            Pattern.compile("15[0-9]{9}|1(?:6[0-3567]|7[0-9])[0-9]{7,8}|16[489][0-9]{6,8}");

    private static final Pattern MOBILE_BEGINNING = Pattern.compile("1[567].*");

    /** Mass traffic (137) and premium rate (900) have ten digits, personal (700) and national numbers (32) eleven or more. */
    private static final Pattern FIXED_LENGTH =
            Pattern.compile("137[0-9]{7}|900[0-9]{7}|700[0-9]{8}|32[0-9]{9,11}|800[0-9]{7,10}");

    private static final Pattern FIXED_LENGTH_BEGINNING = Pattern.compile("(?:13|32|[789]00).*");

    private static final Pattern GEOGRAPHIC = Pattern.compile("[2-9].*");

    /** Emergency calls; no PBX gives these to a telephone. */
    private static final Pattern EMERGENCY = Pattern.compile("11[02]");

    /** A subscriber's number within an area does not begin with 0 or 11. */
    private static final Pattern LOCAL = Pattern.compile("(?!11)[1-9][0-9]*");

    /** 010xy and 0100yy before a number: the carrier that takes the call. */
    private static final Pattern CARRIER = Pattern.compile("^010(?:[1-9][0-9]|0[0-9]{2})(?=0[1-9]|00[1-9])");

    /** Directory assistance 118xy, premium rate 900 and the withdrawn 190, mass traffic 137 and 138. */
    private static final Pattern DEAR = Pattern.compile("118[0-9]{2,3}|(?:900|190|13[78])[0-9]+");

    private static final Pattern SHORT_CODE = Pattern.compile("11[0-9]{1,4}");

    private GermanNumbers() {}

    /** {@return whether such a number can exist} */
    static boolean possible(String national) {
        if (national.length() > LONGEST || NOBODY.matcher(national).matches()) {
            return false;
        }
        if (MOBILE_BEGINNING.matcher(national).matches()) {
            return MOBILE.matcher(national).matches();
        }
        return !FIXED_LENGTH_BEGINNING.matcher(national).matches()
                || FIXED_LENGTH.matcher(national).matches();
    }

    /** {@return whether it begins with an area code} */
    static boolean geographic(String national) {
        return GEOGRAPHIC.matcher(national).matches()
                && !FIXED_LENGTH_BEGINNING.matcher(national).matches();
    }

    /** {@return whether these are the police or the fire brigade} */
    static boolean emergency(String digits) {
        return EMERGENCY.matcher(digits).matches();
    }

    /** {@return whether a number noted without area code can be one of that area} */
    static boolean local(String digits) {
        return LOCAL.matcher(digits).matches();
    }

    /** {@return what was dialled, without the carrier's prefix before it} */
    static String withoutCarrier(String dialled) {
        return CARRIER.matcher(dialled).replaceFirst("");
    }

    /**
     * {@return what kind of number this is that no subscriber has}
     *
     * @param national       without country code and leading zero
     * @param afterZero      whether it was written with either, so that it is no short code of the network
     */
    static ShortCode shortCode(String national, boolean afterZero) {
        if (emergency(national)) {
            return ShortCode.EMERGENCY;
        }
        boolean dear = DEAR.matcher(national).matches();
        if (dear && (afterZero || national.startsWith("118"))) {
            return ShortCode.DEAR;
        }
        return SHORT_CODE.matcher(national).matches() && (afterZero || national.length() > 4 || national.equals("115"))
                ? ShortCode.OTHER
                : ShortCode.NONE;
    }
}
