package org.guildhall.intake.runs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.PointsTally;
import org.guildhall.intake.PointsTally.Repeated;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.guildhall.intake.Tally;
import org.guildhall.intake.cleaning.Buyer;
import org.guildhall.intake.cleaning.PointsRow;
import org.guildhall.intake.runs.Buyers.FirstVisit;
import org.guildhall.intake.staging.PointsAssembly;
import org.guildhall.intake.staging.PointsAssembly.Told;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.HistoryBatch;
import org.guildhall.loyalty.HistoryOutcome;
import org.guildhall.loyalty.PointsHistories;
import org.guildhall.loyalty.PointsPeriod;

/** Takes over the histories of points of one batch, whole members at a time. */
final class PointsWork implements BatchWork {

    private final Plan plan;
    private final Buyers buyers;
    private final PointsHistories histories;
    private final BusinessTime time;

    PointsWork(Plan plan, Buyers buyers, PointsHistories histories, BusinessTime time) {
        this.plan = plan;
        this.buyers = buyers;
        this.histories = histories;
        this.time = time;
    }

    @Override
    public Done perform(int batch) {
        var settings = plan.settings();
        var assembled = PointsAssembly.assemble(plan.points(batch), settings.identicalRows(), settings.differing());
        var work = new Work(assembled);
        var found = buyers.find(work.visits());
        work.collect(found);
        var source = new HistoryBatch(plan.id().value(), settings.source(), settings.pointsExpireOn());
        var outcome = histories.recordAll(List.copyOf(work.periods), source);
        work.refused(outcome);
        return new Done(work.tally(found.stubs().size(), outcome), work.rejections, work.touched);
    }

    /** The working state of one batch. */
    private final class Work {

        private final PointsAssembly.Result assembled;
        private final List<Rejection> rejections;
        private final List<PointsPeriod> periods = new ArrayList<>();
        private final Map<PointsPeriod, List<Told>> told = new HashMap<>();
        private final Map<MemberId, BatchStore.Act> touched = new HashMap<>();

        Work(PointsAssembly.Result assembled) {
            this.assembled = assembled;
            this.rejections = new ArrayList<>(assembled.rejections());
        }

        Map<Buyer, FirstVisit> visits() {
            var first = new HashMap<Buyer, Long>();
            assembled
                    .periods()
                    .forEach(one -> first.merge(one.sum().buyer(), one.sum().atSecond(), Math::min));
            var visits = new HashMap<Buyer, FirstVisit>();
            first.forEach((buyer, second) -> visits.put(buyer, new FirstVisit(day(second), null)));
            return visits;
        }

        /** Makes the periods of the members that were found. */
        void collect(Buyers.Found found) {
            for (var one : assembled.periods()) {
                var buyer = one.sum().buyer();
                var member = found.members().get(buyer);
                var reason = found.refused().get(buyer);
                if (member != null) {
                    var period = period(member, one.sum());
                    periods.add(period);
                    told.computeIfAbsent(period, same -> new ArrayList<>(1)).add(one);
                    touched.put(member, found.stubs().contains(member) ? BatchStore.Act.STUB : BatchStore.Act.FACTS);
                } else if (reason != null) {
                    one.all()
                            .forEach(row ->
                                    rejections.add(Rejections.because(row.row(), buyer.by(), buyer.key(), reason)));
                } else {
                    one.all()
                            .forEach(row -> rejections.add(
                                    Rejection.of(row.row(), buyer.by(), buyer.key(), Rule.BUYER_UNKNOWN)));
                }
            }
        }

        private PointsPeriod period(MemberId member, PointsRow sum) {
            return new PointsPeriod(
                    member, Instant.ofEpochSecond(sum.atSecond()), sum.earned(), sum.redeemed(), sum.expired());
        }

        void refused(HistoryOutcome outcome) {
            for (var refused : outcome.refused()) {
                for (var one : Objects.requireNonNullElse(told.remove(refused.period()), List.<Told>of())) {
                    var value = one.sum().buyer().key();
                    one.all()
                            .forEach(row -> rejections.add(
                                    Rejections.because(row.row(), ImportField.OCCURRED_AT, value, refused.reason())));
                }
            }
        }

        Tally tally(long stubs, HistoryOutcome outcome) {
            long accepted = 0;
            long dropped = 0;
            long left = 0;
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (var one : told.values().stream().flatMap(List::stream).toList()) {
                boolean empty =
                        one.sum().earned() + one.sum().redeemed() + one.sum().expired() == 0;
                accepted += empty ? 0 : one.taken().size();
                left += one.left() + (empty ? one.taken().size() : 0);
                dropped += one.equal();
                first = empty ? first : Math.min(first, one.sum().atSecond());
                last = empty ? last : Math.max(last, one.sum().atSecond());
            }
            return new Tally(
                    new Tally.Rows(0, accepted, dropped, left, Rejections.rows(rejections)),
                    new Tally.Facts(0, 0, stubs, 0, 0, outcome.replayed(), 0, 0, 0),
                    Map.of(),
                    Map.of(),
                    accepted == 0 ? null : day(first),
                    accepted == 0 ? null : day(last),
                    Map.of(),
                    Rejections.byRule(rejections),
                    points(outcome));
        }

        private PointsTally points(HistoryOutcome outcome) {
            var all = Stream.concat(assembled.periods().stream(), assembled.refused().stream())
                    .filter(Told::isRepeated)
                    .toList();
            return new PointsTally(
                    outcome.recorded(),
                    outcome.sums().earned(),
                    outcome.sums().redeemed(),
                    outcome.sums().expired(),
                    outcome.openings(),
                    outcome.openingPoints(),
                    all.stream().filter(Told::isDiffering).count(),
                    all.stream().map(this::repeated).toList());
        }

        private Repeated repeated(Told one) {
            var sum = one.sum();
            return new Repeated(
                    sum.buyer().key(),
                    day(sum.atSecond()),
                    one.all().stream().map(PointsRow::row).toList(),
                    one.isDiffering(),
                    !one.taken().isEmpty(),
                    sum.earned(),
                    sum.redeemed(),
                    sum.expired());
        }

        private LocalDate day(long second) {
            return time.dateOf(Instant.ofEpochSecond(second));
        }
    }
}
