package org.guildhall.loyalty.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.ledger.UndoPosting;
import org.guildhall.loyalty.PointsPeriod;
import org.jspecify.annotations.Nullable;

/** The books that one system kept for one member. */
record Book(MemberId member, String source) {

    /** What periods are to the ledger. */
    static final String PERIOD = "loyalty.history";

    /** What opening balances are to the ledger. */
    static final String OPENING = "loyalty.opening";

    /** The identifier of a period that was voided so often before. */
    UUID period(Instant at, int voided) {
        return Ids.derived(PERIOD + ":" + source + ":" + member + ":" + at + ":" + voided);
    }

    /** The identifier of the so-manieth opening balance. */
    UUID opening(int number) {
        return Ids.derived(OPENING + ":" + source + ":" + member + ":" + number);
    }

    /** A period as it is kept. */
    record Kept(
            UUID id,
            Book book,
            PointsPeriod period,
            @Nullable LocalDate expiresOn) {

        Instant at() {
            return period.occurredAt();
        }

        OpeningBalance.Turn turn() {
            return new OpeningBalance.Turn(at(), period.earned(), Math.addExact(period.redeemed(), period.expired()));
        }

        /**
         * What it moves: a line for what was earned, one for what was redeemed, one for what lapsed; a microsecond apart, so
         * that every statement tells them in this order.
         */
        List<Posting> postings() {
            var postings = new ArrayList<Posting>(3);
            if (period.earned() > 0) {
                postings.add(posting("earned", 0, new Movement.Grant(Asset.POINTS, period.earned(), expiresOn)));
            }
            if (period.redeemed() > 0) {
                postings.add(posting("redeemed", 1, new Movement.Spend(Asset.POINTS, period.redeemed())));
            }
            if (period.expired() > 0) {
                postings.add(
                        posting("expired", 2, new Movement.Spend(Asset.POINTS, period.expired(), Contra.ADJUSTED)));
            }
            return postings;
        }

        /** The counter-acts, the last line first, each when its line was. */
        List<UndoPosting> undos(String reason) {
            return postings().reversed().stream()
                    .map(posting -> undo(posting.key(), Objects.requireNonNull(posting.occurredAt()), reason))
                    .toList();
        }

        private Posting posting(String what, int line, Movement movement) {
            return new Posting(
                    CauseKey.of(PERIOD + ":" + id + ":" + what),
                    period.member(),
                    "history-" + what,
                    at().plus(line, ChronoUnit.MICROS),
                    PERIOD,
                    id,
                    List.of(movement),
                    null,
                    0);
        }
    }

    /** An opening balance as it is kept. */
    record Opening(
            UUID id,
            Book book,
            Instant at,
            long amount,
            @Nullable LocalDate expiresOn) {

        boolean is(OpeningBalance needed) {
            return amount == needed.amount() && at.equals(needed.at());
        }

        Posting posting() {
            return new Posting(
                    CauseKey.of(OPENING + ":" + id),
                    book.member(),
                    "opening",
                    at,
                    OPENING,
                    id,
                    List.of(new Movement.Grant(Asset.POINTS, amount, expiresOn)),
                    null,
                    0);
        }

        UndoPosting undo(String reason) {
            return Book.undo(posting().key(), at, reason);
        }
    }

    private static UndoPosting undo(CauseKey key, Instant at, String reason) {
        return new UndoPosting(CauseKey.of(key.value() + ":undo"), key.postingId(), at, reason);
    }
}
