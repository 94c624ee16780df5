package org.guildhall.loyalty.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Points;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.RuleTrialView;
import org.guildhall.loyalty.TryRules;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.purchases.Histories;
import org.guildhall.loyalty.replay.Award;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.Outcome;
import org.guildhall.loyalty.replay.RuleBook;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.members.Members;
import org.guildhall.policies.PolicyTimeline;
import org.springframework.stereotype.Component;

/** Tries draft earning rules on chosen purchases, as if the draft had always held. */
@Component
public class RuleTrial {

    private final Access access;
    private final Members members;
    private final Histories histories;
    private final RuleBooks books;
    private final BusinessTime time;

    RuleTrial(Access access, Members members, Histories histories, RuleBooks books, BusinessTime time) {
        this.access = access;
        this.members = members;
        this.histories = histories;
        this.books = books;
        this.time = time;
    }

    /** What the purchases would have earned. */
    public RuleTrialView of(TryRules command) {
        access.require(LoyaltyPermissions.TRY);
        var broken = EarningPolicy.KIND.validator().apply(command.draft());
        if (!broken.isEmpty()) {
            throw Refusal.of(new InvalidInput(broken));
        }
        var current = books.current();
        var draft = new RuleBook(
                current.timelines().earning(PolicyTimeline.constant(EarningPolicy.KIND, command.draft())),
                current.zone());
        var trials = new ArrayList<RuleTrialView.Trial>();
        for (var purchase : command.purchases()) {
            trials.add(trial(purchase, current, draft));
        }
        return new RuleTrialView(trials);
    }

    private RuleTrialView.Trial trial(UUID purchase, RuleBook current, RuleBook draft) {
        var history = history(purchase);
        var now = MemberReplay.of(current, history, time.today());
        var then = MemberReplay.explaining(draft, history, time.today(), purchase);
        if (then.explanation() == null) {
            throw Refusal.of(new LoyaltyRefusal.Unknown("purchase", purchase.toString()));
        }
        var awardNow = award(now, purchase);
        var awardThen = award(then, purchase);
        return new RuleTrialView.Trial(
                purchase,
                Points.of(awardNow.points()),
                Points.of(awardThen.points()),
                Points.of(awardNow.growth()),
                Points.of(awardThen.growth()),
                then.explanation());
    }

    private MemberHistory history(UUID purchase) {
        var owner = histories.ownerOf(purchase);
        if (owner == null) {
            throw Refusal.of(new LoyaltyRefusal.Unknown("purchase", purchase.toString()));
        }
        members.requireVisible(owner, LoyaltyPermissions.TRY);
        return Objects.requireNonNull(histories.of(List.of(owner), true).get(owner));
    }

    private static Award award(Outcome outcome, UUID fact) {
        return outcome.awards().stream()
                .filter(award -> award.fact().equals(fact))
                .findFirst()
                .orElseThrow();
    }
}
