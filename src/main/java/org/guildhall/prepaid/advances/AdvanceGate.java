package org.guildhall.prepaid.advances;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberKind;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.AdvanceIntake;
import org.guildhall.prepaid.AdvanceMoney;
import org.guildhall.prepaid.AdvanceView.Nearness;
import org.guildhall.prepaid.IssuerPolicy;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.rules.AdvanceExplanation;
import org.guildhall.prepaid.rules.AdvanceRules;
import org.springframework.stereotype.Component;

/**
 * Lets money in while the cap of money paid in advance and the announced end of honouring allow it, top-ups and what other modules
 * are paid in advance alike. Former days are added up every ten minutes at most; what moved today is read each time. Where a thousand
 * of the largest at once could use up what is left they wait for one another, so that no two of them use the same room; before that
 * they wait for nobody.
 */
@Component
public class AdvanceGate implements AdvanceIntake {

    /** What is noticed when money beyond the cap was let through. */
    public static final String BEYOND = "advance-cap";

    private static final Duration KEPT = Duration.ofMinutes(10);

    /** More than are ever under way together. */
    private static final long AT_ONCE = 1_000;

    private final AdvanceStore store;
    private final List<AdvanceMoney> others;
    private final Policies policies;
    private final BusinessTime time;
    private final AtomicReference<Former> former = new AtomicReference<>(new Former(LocalDate.MIN, Instant.EPOCH, 0));

    AdvanceGate(AdvanceStore store, List<AdvanceMoney> others, Policies policies, BusinessTime time) {
        this.store = store;
        this.others = List.copyOf(others);
        this.policies = policies;
        this.time = time;
    }

    /** What the days before one came to, and when that was read. */
    private record Former(LocalDate day, Instant read, long held) {}

    /**
     * What is known before an account is locked: the rules of today, and what was held until today.
     *
     * @param largest the most that comes in at once, whatever it is paid for
     */
    public record Known(InForce<IssuerPolicy> rules, LocalDate today, long former, Money largest) {}

    /** What is known before an account is locked. */
    public Known known() {
        var today = time.today();
        var rules = policies.inForce(IssuerPolicy.KIND, today);
        boolean capped = AdvanceRules.cap(rules.policy(), today).isPresent();
        return new Known(rules, today, capped ? former(today) : 0, largest(today));
    }

    @Override
    public Admission prepare() {
        var known = known();
        return payment -> admit(known, payment);
    }

    /** Lets so much in, within the transaction that takes it, or refuses; what is to be noticed of it. */
    public List<String> admit(Known known, Payment payment) {
        requireNoNotice(known);
        requireTransfer(known, payment);
        long amount = payment.amount().minor();
        var policy = known.rules.policy();
        var cap = AdvanceRules.cap(policy, known.today);
        if (cap.isEmpty()) {
            return List.of();
        }
        if (cap.get().left(after(known, amount)) / AT_ONCE >= known.largest.minor()) {
            return List.of();
        }
        store.takeTurn();
        long after = after(known, amount);
        if (after <= cap.get().most()) {
            return List.of();
        }
        if (policy.beyond() == IssuerPolicy.Beyond.LET_THROUGH) {
            return List.of(BEYOND);
        }
        var currency = known.largest.currency();
        throw Refusal.of(new PrepaidRefusal.AboveAdvanceCap(
                payment.what(),
                new Money(cap.get().most(), currency),
                new Money(after, currency),
                new Money(cap.get().left(after - amount), currency),
                cap.get().rule().capPercent(),
                known.rules.clause()));
    }

    /** Why so much may or may not come in; nothing where the cap is far, or none is known. */
    public Outlook outlook(long amount, Currency currency) {
        var known = known();
        var policy = known.rules.policy();
        var told = new AdvanceExplanation(known.rules, known.today, currency);
        var ending = policy.ending(known.today);
        if (ending.isPresent()) {
            return new Outlook(false, List.of(told.ending(ending.get())));
        }
        var cap = AdvanceRules.cap(policy, known.today);
        if (cap.isEmpty()) {
            return new Outlook(true, List.of());
        }
        long after = after(known, amount);
        var near = cap.get().nearness(after, policy.warnFromPercent());
        boolean allowed = near != Nearness.BEYOND || policy.beyond() == IssuerPolicy.Beyond.LET_THROUGH;
        return new Outlook(allowed, near == Nearness.WITHIN ? List.of() : told.cap(after));
    }

    /** Whether it may come in, and what there is to say about that. */
    public record Outlook(boolean allowed, List<Explanation> why) {}

    /** From which amount on a member of this kind pays by bank transfer today. */
    public Money transferFrom(MemberKind payer) {
        return policies.inForce(IssuerPolicy.KIND, time.today())
                .policy()
                .byTransfer()
                .from(payer);
    }

    /** Refuses what is paid with stored value after honouring ended. */
    public void requireHonoured() {
        ended().ifPresent(ending -> {
            throw Refusal.of(new PrepaidRefusal.HonouringEnded(ending.endsOn()));
        });
    }

    /** Whether stored value still pays for anything. */
    public boolean honoured() {
        return ended().isEmpty();
    }

    private Optional<IssuerPolicy.Ending> ended() {
        var today = time.today();
        return policies.inForce(IssuerPolicy.KIND, today)
                .policy()
                .ending(today)
                .filter(ending -> ending.endsOn().isBefore(today));
    }

    private static void requireNoNotice(Known known) {
        known.rules.policy().ending(known.today).ifPresent(ending -> {
            throw Refusal.of(new PrepaidRefusal.HonouringEnds(ending.announcedOn(), ending.endsOn()));
        });
    }

    private static void requireTransfer(Known known, Payment payment) {
        var from = known.rules.policy().byTransfer().from(payment.payer());
        if (payment.method() != PaymentMethod.TRANSFER
                && payment.amount().currency().equals(from.currency())
                && payment.amount().minor() >= from.minor()) {
            throw Refusal.of(
                    new PrepaidRefusal.ByTransferOnly(payment.amount(), from, payment.payer(), known.rules.clause()));
        }
    }

    private long after(Known known, long amount) {
        long others = others(other -> other.movedOn(known.today));
        return Math.addExact(known.former + store.on(known.today) + others, amount);
    }

    /** The most an account may hold comes in at once, or the most that another module takes. */
    private Money largest(LocalDate today) {
        var account =
                policies.inForce(PrepaidPolicy.KIND, today).policy().caps().named();
        long most = others.stream()
                .mapToLong(other -> other.mostAtOnce(today).minor())
                .reduce(account.minor(), Math::max);
        return new Money(most, account.currency());
    }

    private long others(Function<AdvanceMoney, Money> told) {
        return others.stream().mapToLong(other -> told.apply(other).minor()).sum();
    }

    private long former(LocalDate today) {
        var kept = former.get();
        var now = time.now();
        if (kept.day.equals(today) && Duration.between(kept.read, now).abs().compareTo(KEPT) < 0) {
            return kept.held;
        }
        var yesterday = today.minusDays(1);
        long held = store.before(today) + others(other -> other.heldAt(yesterday));
        former.set(new Former(today, now, held));
        return held;
    }
}
