package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TierGrant;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.members.Birthday;
import org.guildhall.policies.PolicyTimeline;
import org.jspecify.annotations.Nullable;

/** A member's life told in a test, replayed under the policies the test states. */
public final class Play {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final MemberId MEMBER = MemberId.of(new UUID(7, 7));

    private PolicyTimeline<EarningPolicy> earning = PolicyTimeline.constant(EarningPolicy.KIND, EarningPolicy.DEFAULT);
    private PolicyTimeline<TiersPolicy> tiers = PolicyTimeline.constant(TiersPolicy.KIND, TiersPolicy.DEFAULT);
    private PolicyTimeline<ExpiryPolicy> expiry = PolicyTimeline.constant(ExpiryPolicy.KIND, ExpiryPolicy.DEFAULT);
    private PolicyTimeline<ReturnsPolicy> returns = PolicyTimeline.constant(ReturnsPolicy.KIND, ReturnsPolicy.DEFAULT);
    private PolicyTimeline<OccasionsPolicy> occasions =
            PolicyTimeline.constant(OccasionsPolicy.KIND, OccasionsPolicy.DEFAULT);
    private final List<Happened> happened = new ArrayList<>();
    private final List<Bought> bought = new ArrayList<>();
    private final List<GivenBack> back = new ArrayList<>();
    private final List<TierGrant> grants = new ArrayList<>();
    private @Nullable Birthday birthday;
    private LocalDate joined = LocalDate.of(2024, 1, 10);

    public Play earning(EarningPolicy policy) {
        earning = PolicyTimeline.constant(EarningPolicy.KIND, policy);
        return this;
    }

    public Play tiers(TiersPolicy policy) {
        tiers = PolicyTimeline.constant(TiersPolicy.KIND, policy);
        return this;
    }

    public Play laterTiers(TiersPolicy policy, String from) {
        tiers = tiers.with(policy, LocalDate.parse(from));
        return this;
    }

    public Play laterEarning(EarningPolicy policy, String from) {
        earning = earning.with(policy, LocalDate.parse(from));
        return this;
    }

    public Play expiry(ExpiryPolicy.Validity validity) {
        expiry = PolicyTimeline.constant(ExpiryPolicy.KIND, new ExpiryPolicy(validity));
        return this;
    }

    public Play returns(ReturnsPolicy policy) {
        returns = PolicyTimeline.constant(ReturnsPolicy.KIND, policy);
        return this;
    }

    public Play occasions(OccasionsPolicy policy) {
        occasions = PolicyTimeline.constant(OccasionsPolicy.KIND, policy);
        return this;
    }

    public Play laterOccasions(OccasionsPolicy policy, String from) {
        occasions = occasions.with(policy, LocalDate.parse(from));
        return this;
    }

    public Play happens(String number, OccasionKind kind, String day, @Nullable String about) {
        return happens(number, kind, day, about, null);
    }

    public Play happens(
            String number, OccasionKind kind, String day, @Nullable String about, @Nullable String takenBackOn) {
        var fact = new OccasionFact(kind, "t", number, MEMBER, noon(day), null, about);
        var taken = takenBackOn == null ? null : new Happened.TakenBack(id("back of " + number), noon(takenBackOn));
        happened.add(new Happened(id(number), fact, taken));
        return this;
    }

    public Play shuffled(Random random) {
        Collections.shuffle(happened, random);
        Collections.shuffle(bought, random);
        Collections.shuffle(back, random);
        return this;
    }

    public Play joined(String day) {
        joined = LocalDate.parse(day);
        return this;
    }

    public Play born(String day) {
        birthday = Birthday.solar(LocalDate.parse(day));
        return this;
    }

    public Play buys(String number, String day, long minor, LineFact... lines) {
        bought.add(new Bought(
                id(number),
                new PurchaseFact("t", number, MEMBER, noon(day), null, null, Money.cny(minor), List.of(lines), null)));
        return this;
    }

    public Play returns(String number, String purchase, String day, @Nullable Long minor) {
        back.add(new GivenBack(
                id(number),
                new ReturnFact(
                        "t", number, purchase, MEMBER, noon(day), List.of(), minor == null ? null : Money.cny(minor))));
        return this;
    }

    public Play granted(String tier, String day, @Nullable String until) {
        grants.add(new TierGrant(id("grant" + day), tier, noon(day), until == null ? null : LocalDate.parse(until)));
        return this;
    }

    public Outcome until(String day) {
        return MemberReplay.of(book(), history(), LocalDate.parse(day));
    }

    public Outcome explaining(String number, String day) {
        return MemberReplay.explaining(book(), history(), LocalDate.parse(day), id(number));
    }

    public RuleBook book() {
        return new RuleBook(new RuleBook.Timelines(earning, tiers, expiry, returns, occasions), ZONE);
    }

    public MemberHistory history() {
        return new MemberHistory(MEMBER, joined, birthday, bought, back, happened, grants, Map.of(), false);
    }

    public static Award of(Outcome outcome, String number) {
        return outcome.awards().stream()
                .filter(award -> award.fact().equals(id(number)))
                .findFirst()
                .orElseThrow();
    }

    public static List<String> steps(Outcome outcome) {
        return outcome.steps().stream()
                .map(step -> step.at().atZone(ZONE).toLocalDate() + " " + step.to() + " "
                        + step.reason().code())
                .toList();
    }

    public static UUID id(String number) {
        return Ids.derived(number);
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant();
    }
}
