package org.guildhall.benefits.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.access.AuditEntry;
import org.guildhall.benefits.BenefitRefusal;
import org.guildhall.benefits.BenefitsPolicy;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.benefits.EntitlementView.Ground;
import org.guildhall.benefits.Offer;
import org.guildhall.benefits.UseBenefit;
import org.guildhall.benefits.rules.Cost;
import org.guildhall.benefits.rules.Grounds;
import org.guildhall.benefits.rules.Holder;
import org.guildhall.benefits.rules.Window;
import org.guildhall.jooq.benefits.tables.records.CodeRecord;
import org.guildhall.jooq.benefits.tables.records.UseRecord;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records uses within the caller's transaction. What was given by hand is held, then the count of the period, whose check is the
 * guard; a code is held by its use.
 */
@Component
class Using {

    private final Books books;
    private final Entitlements entitlements;
    private final Holders holders;
    private final Surroundings surroundings;

    Using(Books books, Entitlements entitlements, Holders holders, Surroundings surroundings) {
        this.books = books;
        this.entitlements = entitlements;
        this.holders = holders;
        this.surroundings = surroundings;
    }

    /** Where uses, codes and counts are kept. */
    @Component
    record Books(UseStore uses, Codes codes, AllowanceStore allowances) {}

    /** Who uses what, and the code they showed. */
    private record Who(
            MemberId member, String benefit, @Nullable CodeRecord code) {}

    /** Records it, or finds it recorded. */
    void use(Act act, UseBenefit command, @Nullable Instant as) {
        var earlier = books.uses.row(act.id());
        if (earlier.isPresent()) {
            act.requireSame(earlier.get().getContentHash());
            return;
        }
        var who = who(command, surroundings.at(as));
        var at = surroundings.at(as);
        var inForce = entitlements.catalogue(at);
        var benefit = inForce.policy()
                .benefit(who.benefit)
                .orElseThrow(() -> Refusal.of(new BenefitRefusal.UnknownBenefit(who.benefit)));
        if (benefit.needsCode() && who.code == null) {
            throw Refusal.of(new BenefitRefusal.CodeRequired(benefit.name()));
        }
        if (benefit.offer() instanceof Offer.PurchaseDiscount) {
            throw Refusal.of(new BenefitRefusal.OnlyWithAPurchase(benefit.name()));
        }
        var cost = Cost.of(benefit.offer(), command.guests(), command.applyTo());
        var code = who.code == null ? null : who.code.getCodeId();
        record(new Wish(act, who.member, command.store(), cost, code, null), inForce, benefit, at);
    }

    /**
     * A use about to be recorded.
     *
     * @param code that was shown
     * @param checkout the purchase it is taken off
     */
    record Wish(
            Act act,
            MemberId member,
            UnitId store,
            Cost cost,
            @Nullable UUID code,
            @Nullable UUID checkout) {}

    /** Records it if the member is entitled, it is the time for it and the quota allows it; refused otherwise. */
    void record(Wish wish, InForce<BenefitsPolicy> inForce, Benefit benefit, Instant at) {
        var holder = holders.heldAt(wish.member, at);
        var day = surroundings.time().dateOf(at);
        var grounds = Grounds.of(inForce.policy(), benefit, holder, day);
        if (grounds.isEmpty()) {
            throw Refusal.of(new BenefitRefusal.NotEntitled(benefit.name()));
        }
        var window = window(benefit, holder, day);
        var place = AllowanceStore.place(wish.member, benefit.code(), window, books.allowances.of(wish.member));
        var most = benefit.quota().most();
        if (!books.allowances.take(place, most)) {
            throw Refusal.of(new BenefitRefusal.QuotaUsedUp(
                    benefit.name(), most == null ? 0 : most, window.period(), window.nextDay()));
        }
        var row = row(wish);
        row.setBenefit(benefit.code());
        row.setName(benefit.name());
        row.setKind(benefit.offer().kind().code());
        row.setVersion(inForce.version());
        row.setMost(most);
        row.setPeriod(place.period());
        row.setPeriodStart(place.start());
        stand(row, grounds.getFirst(), holder);
        books.uses.insert(row, at);
        note("benefits.used", row, null);
    }

    private Who who(UseBenefit command, Instant at) {
        if (command.code() != null && !command.code().isBlank()) {
            var code = books.codes.require(command.code(), command.member(), command.benefit(), at);
            return new Who(new MemberId(code.getMemberId()), code.getBenefit(), code);
        }
        if (command.member() == null) {
            throw InvalidInput.of("member", null, "required");
        }
        if (command.benefit() == null || command.benefit().isBlank()) {
            throw InvalidInput.of("benefit", null, "required");
        }
        surroundings.reach().requireServed(command.member());
        return new Who(command.member(), command.benefit().strip(), null);
    }

    private static Window window(Benefit benefit, Holder holder, LocalDate day) {
        if (!holder.active()) {
            throw Refusal.of(new BenefitRefusal.MemberNotActive(benefit.name()));
        }
        var window = Window.of(benefit, holder, day);
        if (window == null) {
            var next = Window.nextBirthday(benefit, holder, day);
            throw Refusal.of(
                    next == null
                            ? new BenefitRefusal.BirthdayUnknown(benefit.name())
                            : new BenefitRefusal.NotTheBirthday(benefit.name(), next));
        }
        return window;
    }

    private static UseRecord row(Wish wish) {
        var applied = wish.cost.appliedTo();
        var row = new UseRecord();
        row.setUseId(wish.act.id());
        row.setContentHash(wish.act.hash());
        row.setMemberId(wish.member.value());
        row.setStoreId(wish.store.value());
        row.setCodeId(wish.code);
        row.setCheckoutId(wish.checkout);
        row.setHeads(wish.cost.heads());
        row.setAppliedTo(applied == null ? null : applied.minor());
        row.setCost(wish.cost.amount().minor());
        row.setCurrency(wish.cost.amount().currency().getCurrencyCode());
        return row;
    }

    private static void stand(UseRecord row, Ground ground, Holder holder) {
        row.setGround(ground.by().code());
        row.setGrantId(ground.grant());
        row.setTier(holder.tier());
        row.setTierSteps(holder.tierSteps());
    }

    /** Takes it back, or finds it taken back by the same act; what was taken off a purchase comes back with the goods. */
    void takeBack(UseRecord seen, Act act, String reason, @Nullable Instant as) {
        if (seen.getCheckoutId() != null) {
            throw Refusal.of(new BenefitRefusal.PartOfACheckout(seen.getUseId(), seen.getCheckoutId()));
        }
        takeBack(seen.getUseId(), act, reason, surroundings.at(as));
    }

    /** The same, whatever it was taken off. */
    void takeBack(UUID use, Act act, String reason, Instant at) {
        var row = books.uses.lock(use).orElseThrow();
        var earlier = books.uses.takenBack(use);
        if (earlier.isPresent()) {
            if (!earlier.get().getCause().equals(act.id())) {
                throw Refusal.of(new BenefitRefusal.TakenBackAlready(use));
            }
            act.requireSame(earlier.get().getContentHash());
            return;
        }
        books.uses.takeBack(use, act, reason, at);
        books.allowances.giveBack(new AllowanceStore.Place(
                new MemberId(row.getMemberId()), row.getBenefit(), row.getPeriod(), row.getPeriodStart()));
        note("benefits.taken-back", row, reason);
    }

    private void note(String act, UseRecord row, @Nullable String reason) {
        var entry = AuditEntry.of(
                act,
                "benefit-use",
                row.getUseId(),
                "code",
                row.getBenefit(),
                "cost",
                Money.of(row.getCost(), row.getCurrency()),
                "reason",
                reason);
        surroundings.audit().record(entry.about(new MemberId(row.getMemberId())).in(new UnitId(row.getStoreId())));
    }
}
