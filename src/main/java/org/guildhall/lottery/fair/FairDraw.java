package org.guildhall.lottery.fair;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.lottery.Prize;

/**
 * From the seed to the prize, a pure function: HMAC-SHA-256 of {@code lottery|participant|number} under the seed, read as numbers
 * of four bytes; the first below {@link #FAIR_BELOW} modulo one million is the ticket, so that each of the million is exactly as
 * likely as any other (HMAC: RFC 2104; rejecting what is left over of the range: the simple discard method of NIST SP 800-90A).
 */
public final class FairDraw {

    /** What the method is called where it is published. */
    public static final String METHOD = "HMAC-SHA-256/uint32-be/reject/mod-1000000";

    /** The highest multiple of one million that four bytes can count to: what lies above is left out. */
    public static final long FAIR_BELOW = (1L << Integer.SIZE) / Prize.WHOLE * Prize.WHOLE;

    private static final int DIGITS = 16;

    private FairDraw() {}

    /** What is published before the first draw: SHA-256 of the seed. */
    public static byte[] commitment(byte[] seed) {
        return Ids.sha256(seed);
    }

    /**
     * The member's opaque number in a lottery: the first sixteen digits of SHA-256 of {@code lottery|member}. It follows from the
     * two, so nobody can choose it, and says nothing to who does not know the member's identifier.
     */
    public static String participant(UUID lottery, MemberId member) {
        var hash = Ids.sha256((lottery + "|" + member).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    }

    /** The ticket of a participant's draw, from 0 to 999 999. */
    public static int ticket(byte[] seed, UUID lottery, String participant, int number) {
        var message = lottery + "|" + participant + "|" + number;
        for (int round = 0; ; round++) {
            var words = ByteBuffer.wrap(hmac(seed, round == 0 ? message : message + "|" + round));
            while (words.hasRemaining()) {
                long word = Integer.toUnsignedLong(words.getInt());
                if (word < FAIR_BELOW) {
                    return (int) (word % Prize.WHOLE);
                }
            }
        }
    }

    /** The place of the prize that a ticket stands for, where the odds sum to one million. */
    public static int place(List<Integer> odds, int ticket) {
        long until = 0;
        for (int place = 0; place < odds.size(); place++) {
            until += odds.get(place);
            if (ticket < until) {
                return place;
            }
        }
        throw new IllegalStateException("odds sum to " + until + ", the ticket is " + ticket);
    }

    private static byte[] hmac(byte[] seed, String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
