package org.guildhall.finance.liability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Scope;
import org.guildhall.cashback.CashbackStock;
import org.guildhall.coupons.CouponStock;
import org.guildhall.finance.Breakage;
import org.guildhall.finance.Finance;
import org.guildhall.finance.FinancePermissions;
import org.guildhall.finance.LiabilityMembers;
import org.guildhall.finance.LiabilityPolicy;
import org.guildhall.finance.LiabilityReport;
import org.guildhall.finance.LiabilityReport.Bucket;
import org.guildhall.finance.LiabilityReport.RunOffMonths;
import org.guildhall.finance.PointsOwner;
import org.guildhall.finance.breakage.RunOff;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.AssetStanding;
import org.guildhall.ledger.Cohort;
import org.guildhall.ledger.CohortQuery;
import org.guildhall.ledger.Outstanding;
import org.guildhall.platform.Sheets;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.guildhall.sessioncards.SessionCardStock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link Finance} worked out anew whenever it is asked for: nothing is kept, so nothing can differ from the ledger. */
@Component
class Liabilities implements Finance {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int A_PAGE = 50;

    private final Sources from;
    private final Access access;
    private final BusinessTime time;
    private final LiabilityFile files;

    /** Where the figures come from, and the rule that values them. */
    @Component
    record Sources(
            Outstanding outstanding,
            CouponStock coupons,
            SessionCardStock sessionCards,
            CashbackStock cashback,
            Policies policies) {}

    Liabilities(Sources from, Access access, BusinessTime time, LiabilityFile files) {
        this.from = from;
        this.access = access;
        this.time = time;
        this.files = files;
    }

    @Override
    public LiabilityReport liability(@Nullable LocalDate asOf) {
        requireAll();
        var day = day(asOf);
        var rule = from.policies.inForce(LiabilityPolicy.KIND, day);
        var before = end(day);
        var standing = from.outstanding.standing(before).stream()
                .collect(Collectors.toMap(AssetStanding::asset, Function.identity()));
        var waiting = from.cashback.waiting(day);
        return new LiabilityReport(
                day,
                points(standing.get(Asset.POINTS), from.outstanding.cohorts(Asset.POINTS, before), rule, day),
                new LiabilityReport.StoredValue(money(standing.get(Asset.PRINCIPAL)), money(standing.get(Asset.BONUS))),
                from.coupons.open(day),
                from.sessionCards.owed(day),
                rebates(standing.get(Asset.CASHBACK), waiting.cashback()),
                rebates(standing.get(Asset.COMMISSION), waiting.commission()),
                rule.source());
    }

    @Override
    public Slice<PointsOwner> owners(LiabilityMembers query) {
        requireAll();
        var day = day(query.asOf());
        var policy = from.policies.inForce(LiabilityPolicy.KIND, day).policy();
        return from.outstanding
                .members(new CohortQuery(
                        Asset.POINTS,
                        end(day),
                        firstOfMonth("issuedIn", query.issuedIn()),
                        firstOfMonth("expiresIn", query.expiresIn()),
                        query.cursor(),
                        query.limit() == null ? A_PAGE : query.limit()))
                .map(share -> new PointsOwner(share.member().value(), share.amount(), policy.worth(share.amount())));
    }

    @Override
    public byte[] file(@Nullable LocalDate asOf, Sheets.Format format, Locale language) {
        access.require(FinancePermissions.EXPORT);
        return files.write(liability(asOf), format, language);
    }

    private static LiabilityReport.Points points(
            @Nullable AssetStanding standing, List<Cohort> cohorts, InForce<LiabilityPolicy> rule, LocalDate day) {
        var policy = rule.policy();
        long inLots = standing == null ? 0 : standing.inLots();
        long held = standing == null ? 0 : standing.held();
        return new LiabilityReport.Points(
                inLots,
                held,
                standing == null ? 0 : standing.owed(),
                policy.worth(inLots + held),
                buckets(cohorts, Cohort::issuedIn, policy),
                buckets(cohorts, Cohort::expiresIn, policy),
                new RunOffMonths(RunOff.months(cohorts, day), policy.fewestMonths()),
                breakage(cohorts, policy, day));
    }

    private static @Nullable Breakage breakage(List<Cohort> cohorts, LiabilityPolicy policy, LocalDate day) {
        return RunOff.estimate(cohorts, day, policy.fewestMonths(), policy.confidencePercent())
                .map(estimate -> new Breakage(
                        estimate.share(),
                        estimate.months(),
                        estimate.issued(),
                        estimate.lapsed(),
                        estimate.expected(),
                        estimate.low(),
                        estimate.high(),
                        policy.worth(estimate.expected()),
                        policy.confidencePercent()))
                .orElse(null);
    }

    /** What is outstanding by some month of its cohorts, what has no month last. */
    private static List<Bucket> buckets(
            List<Cohort> cohorts, Function<Cohort, @Nullable LocalDate> month, LiabilityPolicy policy) {
        var sums = new TreeMap<LocalDate, Long>(Comparator.naturalOrder());
        for (var cohort : cohorts) {
            if (cohort.outstanding() > 0) {
                var key = month.apply(cohort);
                sums.merge(key == null ? LocalDate.MAX : key, cohort.outstanding(), Long::sum);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Bucket(
                        sum.getKey().equals(LocalDate.MAX) ? null : sum.getKey(),
                        sum.getValue(),
                        policy.worth(sum.getValue())))
                .toList();
    }

    private static LiabilityReport.Rebates rebates(@Nullable AssetStanding standing, Money waiting) {
        return new LiabilityReport.Rebates(
                Money.cny(standing == null ? 0 : standing.inLots() + standing.held()),
                waiting,
                Money.cny(standing == null ? 0 : standing.owed()));
    }

    private static Money money(@Nullable AssetStanding standing) {
        return Money.cny(standing == null ? 0 : standing.inLots() + standing.held() - standing.owed());
    }

    /** Figures over all members are for those whose reach is everywhere. */
    private void requireAll() {
        if (!(access.require(FinancePermissions.READ) instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(FinancePermissions.READ.code(), "finance"));
        }
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        var today = time.today();
        if (asOf == null) {
            return today;
        }
        if (asOf.isAfter(today)) {
            throw InvalidInput.of("asOf", asOf.toString(), "past-or-present");
        }
        return asOf.isBefore(EARLIEST) ? EARLIEST : asOf;
    }

    private static @Nullable LocalDate firstOfMonth(String field, @Nullable LocalDate day) {
        if (day != null && day.getDayOfMonth() != 1) {
            throw InvalidInput.of(field, day.toString(), "first-of-month");
        }
        return day;
    }

    private Instant end(LocalDate day) {
        return time.startOf(day.plusDays(1));
    }
}
