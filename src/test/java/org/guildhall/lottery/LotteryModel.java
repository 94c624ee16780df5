package org.guildhall.lottery;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** A lottery as a few lists: what should come of each act, and, once the seed is known, of each ticket. */
final class LotteryModel {

    static final int PRICE = 10;
    static final int WON = 25;
    static final long STOCK = 2;

    /** A draw as the model saw it. */
    static final class Draw {
        final UUID id;
        final int member;
        final int number;
        final LocalDate day;
        final boolean free;
        final String given;
        String state;

        Draw(DrawView view, int member, LocalDate day) {
            this.id = view.id();
            this.member = member;
            this.number = view.number();
            this.day = day;
            this.free = view.free();
            this.given = view.given().code();
            this.state = view.state().code();
        }

        boolean stands() {
            return !state.equals("cancelled");
        }
    }

    final UUID lottery;
    final List<MemberId> members;
    final List<Draw> draws = new ArrayList<>();
    final long[] points;
    boolean open = true;

    LotteryModel(UUID lottery, List<MemberId> members, long points) {
        this.lottery = lottery;
        this.members = members;
        this.points = new long[members.size()];
        Arrays.fill(this.points, points);
    }

    /** Why a draw of the member is refused, or "done": one free, two a day, five in all. */
    String draw(int member, LocalDate today) {
        if (!open) {
            return "lottery.not-open";
        }
        if (standing(member) >= 5) {
            return "lottery.limit-reached";
        }
        if (draws.stream()
                        .filter(one -> one.member == member && one.stands() && one.day.equals(today))
                        .count()
                >= 2) {
            return "lottery.daily-limit";
        }
        return free(member) || points[member] >= PRICE ? "done" : "ledger.insufficient-balance";
    }

    boolean free(int member) {
        return draws.stream().noneMatch(one -> one.member == member && one.stands() && one.free);
    }

    private long standing(int member) {
        return draws.stream()
                .filter(one -> one.member == member && one.stands())
                .count();
    }

    void drawn(Draw draw) {
        draws.add(draw);
        points[draw.member] += (draw.given.equals("POINTS") ? WON : 0) - (draw.free ? 0 : PRICE);
    }

    String cancel(Draw draw) {
        boolean can = draw.given.equals("THING") && draw.state.equals("waiting");
        if (!can) {
            return "lottery.not-cancellable";
        }
        draw.state = "cancelled";
        points[draw.member] += draw.free ? 0 : PRICE;
        return "done";
    }

    /** What a ticket wins, worked out in another way than ours: with whole numbers of any size. */
    static int ticket(String seed, UUID lottery, String participant, int number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(seed), "HmacSHA256"));
            var hex = HexFormat.of()
                    .formatHex(
                            mac.doFinal((lottery + "|" + participant + "|" + number).getBytes(StandardCharsets.UTF_8)));
            for (int at = 0; at < hex.length(); at += 8) {
                var word = new BigInteger(hex.substring(at, at + 8), 16);
                if (word.compareTo(BigInteger.valueOf(4_294_000_000L)) < 0) {
                    return word.mod(BigInteger.valueOf(1_000_000)).intValueExact();
                }
            }
            throw new AssertionError("eight numbers in a row above the range");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String hex) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(HexFormat.of().parseHex(hex)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The prize of a ticket, and what is given for its hit. */
    static String prize(int ticket, @Nullable Long hit, boolean given) {
        var drawn = ticket < 300_000 ? "THING" : ticket < 600_000 ? "POINTS" : "NONE";
        return given && hit != null && hit > STOCK ? "NONE" : drawn;
    }
}
