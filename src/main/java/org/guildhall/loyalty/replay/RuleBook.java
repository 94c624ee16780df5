package org.guildhall.loyalty.replay;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.earning.EarningRules;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TierCalendar;
import org.guildhall.loyalty.tiers.TierRules;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.policies.InForce;
import org.guildhall.policies.PolicyTimeline;
import org.jspecify.annotations.Nullable;

/** The timelines of all loyalty policies, cut into chapters of constant rules; immutable and quick to ask. */
public final class RuleBook implements TierCalendar {

    private final Timelines timelines;
    private final ZoneId zone;
    private final List<Chapter> chapters;

    /** The five timelines a replay needs. */
    public record Timelines(
            PolicyTimeline<EarningPolicy> earning,
            PolicyTimeline<TiersPolicy> tiers,
            PolicyTimeline<ExpiryPolicy> expiry,
            PolicyTimeline<ReturnsPolicy> returns,
            PolicyTimeline<OccasionsPolicy> occasions) {

        /** The same with another timeline of earning. */
        public Timelines earning(PolicyTimeline<EarningPolicy> other) {
            return new Timelines(other, tiers, expiry, returns, occasions);
        }

        /** The same with another timeline of tiers. */
        public Timelines tiers(PolicyTimeline<TiersPolicy> other) {
            return new Timelines(earning, other, expiry, returns, occasions);
        }

        /** The same with another timeline of expiry. */
        public Timelines expiry(PolicyTimeline<ExpiryPolicy> other) {
            return new Timelines(earning, tiers, other, returns, occasions);
        }

        /** The same with another timeline of returns. */
        public Timelines returns(PolicyTimeline<ReturnsPolicy> other) {
            return new Timelines(earning, tiers, expiry, other, occasions);
        }

        /** The same with another timeline of occasions. */
        public Timelines occasions(PolicyTimeline<OccasionsPolicy> other) {
            return new Timelines(earning, tiers, expiry, returns, other);
        }
    }

    /** Cuts the timelines. */
    public RuleBook(Timelines timelines, ZoneId zone) {
        this.timelines = timelines;
        this.zone = zone;
        var cuts = new TreeSet<LocalDate>();
        Stream.of(timelines.earning, timelines.tiers, timelines.expiry, timelines.returns, timelines.occasions)
                .flatMap(timeline -> timeline.versions().stream())
                .forEach(version -> cuts.add(version.effectiveFrom()));
        var rules = new HashMap<InForce<EarningPolicy>, EarningRules>();
        chapters = cuts.stream()
                .map(day -> chapter(day, rules.computeIfAbsent(timelines.earning.at(day), EarningRules::new)))
                .toList();
    }

    private Chapter chapter(LocalDate day, EarningRules earning) {
        int digits = Math.max(0, earning.exchange().base().getDefaultFractionDigits());
        return new Chapter(
                day,
                earning,
                new TierRules(timelines.tiers.at(day), digits),
                timelines.expiry.at(day),
                timelines.returns.at(day),
                timelines.occasions.at(day));
    }

    /** What is in force on a day. */
    public Chapter at(LocalDate day) {
        int i = chapters.size() - 1;
        while (i > 0 && chapters.get(i).from().isAfter(day)) {
            i--;
        }
        return chapters.get(i);
    }

    /** The timelines it was cut from. */
    public Timelines timelines() {
        return timelines;
    }

    /** Whether any version looks at lines, so that a replay needs them even without returns. */
    public boolean byLine() {
        return chapters.stream().anyMatch(chapter -> chapter.earning().byLine());
    }

    /** The versions of the tier policy, the newest last. */
    public List<InForce<TiersPolicy>> standards() {
        return timelines.tiers.versions();
    }

    @Override
    public TierRules tiersOn(LocalDate day) {
        return at(day).tiers();
    }

    /** The code of the tier where everybody begins on a day. */
    public String entryTier(LocalDate day) {
        return tiersOn(day).policy().ladder().getFirst().code();
    }

    @Override
    public @Nullable LocalDate nextTiersAfter(LocalDate day) {
        int version = at(day).tiers().inForce().version();
        for (var chapter : chapters) {
            if (chapter.from().isAfter(day) && chapter.tiers().inForce().version() != version) {
                return chapter.from();
            }
        }
        return null;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
