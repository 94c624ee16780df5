package org.guildhall.cashback.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guildhall.cashback.DistributionPolicy;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Goods;
import org.guildhall.policies.InForce;
import org.guildhall.policies.PolicyTimeline;

/** What goods bring who recommended their buyer, two levels at most. */
public final class CommissionRules {

    private final PolicyTimeline<DistributionPolicy> rules;
    private final ZoneId zone;

    /** The rules by the versions of a timeline, on the days of a zone. */
    public CommissionRules(PolicyTimeline<DistributionPolicy> rules, ZoneId zone) {
        this.rules = rules;
        this.zone = zone;
    }

    /** The first day on which anything could bring something. */
    public Optional<LocalDate> since() {
        return rules.versions().stream()
                .filter(version -> !version.policy().levels().isEmpty())
                .map(InForce::effectiveFrom)
                .findFirst();
    }

    /** What these purchases bring, each by itself. */
    public List<Share> of(List<Goods> bought, Uplines uplines) {
        var shares = new ArrayList<Share>();
        for (var goods : bought) {
            var day = goods.occurredAt().atZone(zone).toLocalDate();
            var version = rules.at(day);
            var policy = version.policy();
            if (policy.levels().isEmpty()
                    || !policy.mostPerPurchase().currency().equals(goods.currency())) {
                continue;
            }
            var above = above(goods, policy, uplines);
            for (int level = 1; level <= above.size(); level++) {
                shares.add(share(goods, day, version, level, above.get(level - 1)));
            }
        }
        return shares;
    }

    /** Who is paid, the first level first; the chain ends where nobody is, and with the buyer. */
    private static List<MemberId> above(Goods goods, DistributionPolicy policy, Uplines uplines) {
        var at = goods.occurredAt();
        var above = new ArrayList<MemberId>();
        var customer = goods.member();
        int levels = Math.min(policy.levels().size(), DistributionPolicy.MOST_LEVELS);
        while (above.size() < levels) {
            var bond = uplines.at(customer, at);
            if (bond.isEmpty() || (above.isEmpty() && over(goods.member(), at, policy, uplines))) {
                return above;
            }
            customer = Objects.requireNonNull(bond.get().promoter());
            if (customer.equals(goods.member()) || above.contains(customer)) {
                return above;
            }
            above.add(customer);
        }
        return above;
    }

    private static boolean over(MemberId customer, Instant at, DistributionPolicy policy, Uplines uplines) {
        var touched = uplines.firstTouch(customer).orElseThrow();
        return at.isAfter(touched.plus(Duration.ofDays(policy.windowDays())));
    }

    private static Share share(
            Goods goods, LocalDate day, InForce<DistributionPolicy> version, int level, MemberId promoter) {
        var policy = version.policy();
        int points = policy.levels().get(level - 1).basisPoints();
        var lines = goods.lines().stream()
                .map(line -> {
                    long amount = Percent.of(line.left(), points);
                    return new Share.Line(
                            line.number(), line.category(), line.left(), points, "level-" + level, amount, amount);
                })
                .toList();
        var room = new Share.Room(policy.mostPerPurchase().minor(), Long.MAX_VALUE);
        return new Share(
                goods,
                level,
                promoter,
                day,
                day.plusDays(policy.returnDays()).plusMonths(1).withDayOfMonth(1),
                version.source(),
                0,
                room,
                Percent.within(lines, room.least()));
    }
}
