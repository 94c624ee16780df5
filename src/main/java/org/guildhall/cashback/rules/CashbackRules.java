package org.guildhall.cashback.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guildhall.cashback.CashbackPolicy;
import org.guildhall.cashback.CashbackPolicy.Rate;
import org.guildhall.loyalty.Goods;
import org.guildhall.policies.PolicyTimeline;

/** What goods bring their buyer. */
public final class CashbackRules {

    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final PolicyTimeline<CashbackPolicy> rules;
    private final ZoneId zone;

    /** The rules by the versions of a timeline, on the days of a zone. */
    public CashbackRules(PolicyTimeline<CashbackPolicy> rules, ZoneId zone) {
        this.rules = rules;
        this.zone = zone;
    }

    /** The first day on which anything could bring something. */
    public Optional<LocalDate> since() {
        return rules.versions().stream()
                .filter(version -> !version.policy().rates().isEmpty())
                .map(version -> version.effectiveFrom())
                .findFirst();
    }

    /** What each purchase of one member brings, given all of them by time; none where no version had rates. */
    public List<Share> of(List<Goods> ofOneMember) {
        Map<YearMonth, Long> used = new HashMap<>();
        var shares = new ArrayList<Share>();
        for (var goods : ofOneMember) {
            var day = goods.occurredAt().atZone(zone).toLocalDate();
            var version = rules.at(day);
            var policy = version.policy();
            if (policy.rates().isEmpty() || !policy.mostPerMonth().currency().equals(goods.currency())) {
                continue;
            }
            var month = YearMonth.from(day);
            long before = used.getOrDefault(month, 0L);
            long least = policy.leastPurchase().minor();
            boolean counts = goods.left() >= least;
            var room = new Share.Room(
                    counts ? policy.mostPerPurchase().minor() : NO_LIMIT,
                    Math.max(0, policy.mostPerMonth().minor() - before));
            var lines = lines(policy, goods, day, counts);
            var share = new Share(
                    goods,
                    0,
                    goods.member(),
                    day,
                    day.plusDays(policy.settleDays()),
                    version.source(),
                    least,
                    room,
                    Percent.within(lines, room.least()));
            used.merge(month, share.amount(), Math::addExact);
            shares.add(share);
        }
        return shares;
    }

    private static List<Share.Line> lines(CashbackPolicy policy, Goods goods, LocalDate day, boolean counts) {
        var lines = new ArrayList<Share.Line>();
        for (var line : goods.lines()) {
            var rate = policy.rates().stream()
                    .filter(one -> applies(one, goods, line, day))
                    .findFirst()
                    .orElse(null);
            int points = rate == null ? 0 : rate.basisPoints();
            long amount = counts ? Percent.of(line.left(), points) : 0;
            lines.add(new Share.Line(
                    line.number(),
                    line.category(),
                    line.left(),
                    points,
                    rate == null ? null : rate.name(),
                    amount,
                    amount));
        }
        return lines;
    }

    private static boolean applies(Rate rate, Goods goods, Goods.Line line, LocalDate day) {
        return among(rate.categories(), line.category())
                && among(rate.stores(), goods.store())
                && among(rate.tiers(), goods.tier())
                && among(rate.weekdays(), day.getDayOfWeek());
    }

    private static <T> boolean among(List<T> named, @org.jspecify.annotations.Nullable T value) {
        return named.isEmpty() || (value != null && named.contains(value));
    }
}
