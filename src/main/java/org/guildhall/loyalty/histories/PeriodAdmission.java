package org.guildhall.loyalty.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.HistoryBatch;
import org.guildhall.loyalty.HistoryOutcome;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.PointsPeriod;
import org.guildhall.members.MemberFacts;
import org.jspecify.annotations.Nullable;

/** Judges periods on their way in against what the books hold: new, known with the same content, or refused. */
final class PeriodAdmission {

    /** The most points of one period, and the most periods of one member. */
    static final long MOST_POINTS = 1_000_000_000_000L;

    static final int MOST_PERIODS = 4_000;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 2);

    final List<Book.Kept> added = new ArrayList<>();
    private final List<HistoryOutcome.Refused> refused = new ArrayList<>();
    private final Map<MemberId, Map<Instant, Book.Kept>> held = new HashMap<>();
    private final Map<MemberId, List<OpeningBalance.Turn>> touched = new HashMap<>();
    private Map<MemberId, Map<Instant, Integer>> voidings = Map.of();
    private final Map<MemberId, MemberFacts> people;
    private final HistoryBatch batch;
    private final Instant now;
    private int replayed;
    private int empty;

    PeriodAdmission(Map<MemberId, MemberFacts> people, HistoryBatch batch, Instant now) {
        this.people = people;
        this.batch = batch;
        this.now = now;
    }

    /** What the books hold, and how often each period was voided. */
    void hold(List<Book.Kept> periods, Map<MemberId, Map<Instant, Integer>> voided) {
        periods.forEach(kept -> held.computeIfAbsent(kept.book().member(), id -> new TreeMap<>())
                .put(kept.at(), kept));
        voidings = voided;
    }

    void add(PointsPeriod period) {
        var reason = reason(period);
        if (reason != null) {
            refused.add(new HistoryOutcome.Refused(period, reason));
            return;
        }
        var book = held.computeIfAbsent(period.member(), id -> new TreeMap<>());
        var known = book.get(period.occurredAt());
        if (known != null) {
            replay(period, known);
        } else if (period.isEmpty()) {
            empty++;
        } else if (book.size() >= MOST_PERIODS) {
            var many = new LoyaltyRefusal.TooManyFacts(period.member(), MOST_PERIODS);
            refused.add(new HistoryOutcome.Refused(period, many));
        } else {
            var kept = kept(period);
            book.put(period.occurredAt(), kept);
            added.add(kept);
        }
    }

    private void replay(PointsPeriod period, Book.Kept known) {
        if (known.period().equals(period)) {
            replayed++;
        } else {
            var differs = new LoyaltyRefusal.PeriodDiffers(batch.source(), period.occurredAt(), known.id());
            refused.add(new HistoryOutcome.Refused(period, differs));
        }
    }

    private Book.Kept kept(PointsPeriod period) {
        var book = new Book(period.member(), batch.source());
        int voided = voidings.getOrDefault(period.member(), Map.of()).getOrDefault(period.occurredAt(), 0);
        return new Book.Kept(book.period(period.occurredAt(), voided), book, period, batch.expiresOn());
    }

    private Refusal.@Nullable Reason reason(PointsPeriod period) {
        var person = people.get(period.member());
        if (person == null || person.erased()) {
            return new LoyaltyRefusal.Unknown("member", period.member().toString());
        }
        if (period.occurredAt().isAfter(now)) {
            return new LoyaltyRefusal.InTheFuture(period.occurredAt(), now);
        }
        if (period.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate().isBefore(EARLIEST)) {
            return new LoyaltyRefusal.TooLongAgo(period.occurredAt(), EARLIEST);
        }
        return tooLarge(period);
    }

    private static Refusal.@Nullable Reason tooLarge(PointsPeriod period) {
        for (long points : List.of(period.earned(), period.redeemed(), period.expired())) {
            if (points > MOST_POINTS) {
                return new LoyaltyRefusal.TooLarge("points", Long.toString(points), MOST_POINTS);
            }
        }
        return null;
    }

    /** By member of whom something is new, the whole book; the new periods are put into their order. */
    Map<MemberId, List<OpeningBalance.Turn>> touched() {
        added.sort(
                Comparator.comparing((Book.Kept kept) -> kept.book().member()).thenComparing(Book.Kept::at));
        for (var kept : added) {
            touched.computeIfAbsent(
                    kept.book().member(),
                    member -> held.getOrDefault(member, Map.of()).values().stream()
                            .map(Book.Kept::turn)
                            .toList());
        }
        return touched;
    }

    HistoryOutcome outcome(Reopening openings) {
        return new HistoryOutcome(
                added.size(), replayed, empty, sums(added), openings.members(), openings.points(), refused);
    }

    static HistoryOutcome.Sums sums(List<Book.Kept> periods) {
        return new HistoryOutcome.Sums(
                sum(periods, PointsPeriod::earned),
                sum(periods, PointsPeriod::redeemed),
                sum(periods, PointsPeriod::expired));
    }

    private static long sum(List<Book.Kept> periods, ToLongFunction<PointsPeriod> part) {
        return periods.stream().map(Book.Kept::period).mapToLong(part).reduce(0, Math::addExact);
    }
}
