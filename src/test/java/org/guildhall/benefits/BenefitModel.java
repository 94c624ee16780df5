package org.guildhall.benefits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** A plain model of one benefit with a quota of three a month: who has it by what, who used it, and what the next act should say. */
final class BenefitModel {

    static final int QUOTA = 3;
    private static final String DONE = "done";

    final MemberId member;
    final List<Grant> grants = new ArrayList<>();
    final List<Use> uses = new ArrayList<>();
    final List<Code> codes = new ArrayList<>();

    BenefitModel(MemberId member) {
        this.member = member;
    }

    /** Something given by hand. */
    static final class Grant {
        final UUID id;
        final LocalDate first;
        final @Nullable LocalDate last;
        boolean revoked;

        Grant(UUID id, LocalDate first, @Nullable LocalDate last) {
            this.id = id;
            this.first = first;
            this.last = last;
        }

        boolean runs(LocalDate day) {
            return !revoked && !day.isBefore(first) && (last == null || !day.isAfter(last));
        }

        boolean ended(LocalDate day) {
            return revoked || (last != null && day.isAfter(last));
        }
    }

    /** A use, as long as it stands. */
    static final class Use {
        final UUID id;
        final LocalDate day;
        boolean back;

        Use(UUID id, LocalDate day) {
            this.id = id;
            this.day = day;
        }
    }

    /** A code and its end. */
    static final class Code {
        final String code;
        final Instant end;
        boolean used;

        Code(String code, Instant end) {
            this.code = code;
            this.end = end;
        }
    }

    boolean entitled(LocalDate day) {
        return grants.stream().anyMatch(grant -> grant.runs(day));
    }

    int used(LocalDate day) {
        return (int) uses.stream()
                .filter(use -> !use.back && YearMonth.from(use.day).equals(YearMonth.from(day)))
                .count();
    }

    String use(LocalDate day) {
        if (!entitled(day)) {
            return "benefits.not-entitled";
        }
        return used(day) >= QUOTA ? "benefits.quota-used-up" : DONE;
    }

    String redeem(Code code, Instant now, LocalDate day) {
        if (code.used) {
            return "benefits.code-used";
        }
        return code.end.isAfter(now) ? use(day) : "benefits.code-expired";
    }

    String issueCode(LocalDate day) {
        return entitled(day) ? DONE : "benefits.not-entitled";
    }

    String takeBack(Use use) {
        if (use.back) {
            return "benefits.taken-back-already";
        }
        use.back = true;
        return DONE;
    }

    String revoke(Grant grant, LocalDate day) {
        if (grant.ended(day)) {
            return "benefits.grant-ended";
        }
        grant.revoked = true;
        return DONE;
    }
}
