package org.guildhall.loyalty.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.loyalty.earning.Earned;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionExplanation;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;

/** Tells why a purchase or an occasion earned, or a return took back, what it did. */
final class Explanations {

    private Explanations() {}

    static Explanation ofPurchase(Position.OfPurchase position) {
        return position.chapter
                .earning()
                .explain(
                        position.remainder.basket(),
                        position.setting,
                        position.chapter.tiers().inForce().source());
    }

    static Explanation ofReturn(Position.OfPurchase position, Earned before, InForce<ReturnsPolicy> policy) {
        var kept = position.kept;
        var rest = position.remainder.isGone() ? List.<Explanation>of() : List.of(ofPurchase(position));
        return Explanation.of(
                        "loyalty.taken-back",
                        "points",
                        Points.of(before.points() - kept.points()),
                        "growth",
                        Points.of(before.growth() - kept.growth()),
                        "earnedBefore",
                        Points.of(before.points()),
                        "earnedByRest",
                        Points.of(kept.points()),
                        "left",
                        new Money(
                                position.remainder.total(),
                                position.bought.fact().total().currency()),
                        "shortage",
                        policy.policy().shortage().name())
                .by(policy.source())
                .with(rest);
    }

    static Explanation ofOccasion(Position.OfOccasion position) {
        return OccasionExplanation.of(
                position.judged,
                position.chapter.occasions().source(),
                position.chapter.tiers().inForce().source());
    }

    static Explanation ofTakingBack(Position.OfOccasion position, Earned before, InForce<ReturnsPolicy> policy) {
        return Explanation.of(
                        "loyalty.occasion-taken-back",
                        "occasion",
                        position.judged.fact().kind().name(),
                        "points",
                        Points.of(before.points()),
                        "growth",
                        Points.of(before.growth()),
                        "shortage",
                        policy.policy().shortage().name())
                .by(policy.source())
                .with(List.of(ofOccasion(position)));
    }

    static Explanation withExpiry(Explanation explanation, Position position, @Nullable LocalDate expiresOn) {
        var policy = position.chapter.expiry();
        var parts = new ArrayList<>(explanation.parts());
        parts.add(
                expiresOn == null
                        ? Explanation.of("loyalty.never-expires").by(policy.source())
                        : Explanation.of(
                                        "loyalty.expires",
                                        "lastDay",
                                        expiresOn.minusDays(1),
                                        "rule",
                                        kind(policy.policy().points()))
                                .by(policy.source()));
        return explanation.with(parts);
    }

    private static String kind(ExpiryPolicy.Validity validity) {
        return switch (validity) {
            case ExpiryPolicy.Validity.Never ignored -> "never";
            case ExpiryPolicy.Validity.Term ignored -> "term";
            case ExpiryPolicy.Validity.PeriodEnd ignored -> "period-end";
            case ExpiryPolicy.Validity.Rolling ignored -> "rolling";
        };
    }
}
