package org.guildhall.coupons.acts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Permission;
import org.guildhall.access.Scopes;
import org.guildhall.coupons.CouponFact;
import org.guildhall.coupons.CouponFact.Kind;
import org.guildhall.coupons.CouponPermissions;
import org.guildhall.coupons.CouponQuery;
import org.guildhall.coupons.CouponRefusal;
import org.guildhall.coupons.CouponView;
import org.guildhall.coupons.Coupons;
import org.guildhall.coupons.EndCoupon;
import org.guildhall.coupons.ExportCoupons;
import org.guildhall.coupons.FoundingCoupons;
import org.guildhall.coupons.HandOverGift;
import org.guildhall.coupons.IssueCoupons;
import org.guildhall.coupons.IssuedCoupons;
import org.guildhall.coupons.LockCoupon;
import org.guildhall.coupons.PassCoupon;
import org.guildhall.coupons.WithdrawMany;
import org.guildhall.coupons.WithdrawOutcome;
import org.guildhall.coupons.codes.CouponCodes;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.RetriedTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The module's face for coupons: who may, in one transaction each, and then what came of it. */
@Component
class CouponDesk implements Coupons, FoundingCoupons {

    private final Books books;
    private final Issuing issuing;
    private final Steps steps;
    private final Surroundings surroundings;
    private final @Nullable Instant as;

    @Autowired
    CouponDesk(Books books, Issuing issuing, Steps steps, Surroundings surroundings) {
        this(books, issuing, steps, surroundings, null);
    }

    private CouponDesk(Books books, Issuing issuing, Steps steps, Surroundings surroundings, @Nullable Instant as) {
        this.books = books;
        this.issuing = issuing;
        this.steps = steps;
        this.surroundings = surroundings;
        this.as = as;
    }

    /** Where coupons are kept and found. */
    @Component
    record Books(CouponStore store, CouponSearch search) {}

    /** Who acts, when, and in which transaction. */
    @Component
    record Surroundings(Reach reach, BusinessTime time, RetriedTransaction transaction, ListFiles files) {}

    @Override
    public <T> T asOf(Instant at, Function<Coupons, T> acts) {
        boolean machine = surroundings.reach.access().actor() instanceof Actor.Machine;
        if (!machine || at.isAfter(surroundings.time.now())) {
            throw new IllegalStateException("only the machine tells of the past, and of nothing else");
        }
        return acts.apply(new CouponDesk(books, issuing, steps, surroundings, at));
    }

    @Override
    public IssuedCoupons issue(IssueCoupons command, String key) {
        var wanted = new Issuing.Wanted(command.batch(), surroundings.reach.receivers(command));
        if (wanted.members().size() > IssueCoupons.MOST) {
            throw InvalidInput.of("numbers", wanted.members().size(), "within-limit");
        }
        if (wanted.members().equals(Collections.singletonList(null))) {
            throw InvalidInput.of(
                    command.numbers().isEmpty() ? "members[0]" : "numbers[0]", named(command, 0), "living-member");
        }
        var act = Step.Act.of("issue|" + key, command, at(), command.reason());
        var outcome = surroundings.transaction.get(() -> issuing.issue(wanted, act));
        var refused = new ArrayList<IssuedCoupons.Refused>();
        for (var one : outcome.refused()) {
            refused.add(new IssuedCoupons.Refused(one.place() + 1, named(command, one.place()), one.code()));
        }
        var now = surroundings.time.now();
        var coupons = books.store.ofIssuance(act.cause(), Slice.PAGE_LIMIT).stream()
                .map(coupon -> coupon.view(now, surroundings.time))
                .toList();
        return new IssuedCoupons(act.cause(), outcome.wanted(), outcome.issued(), coupons, refused);
    }

    private static String named(IssueCoupons command, int place) {
        int numbered = place - command.members().size();
        return numbered >= 0
                ? command.numbers().get(numbered)
                : command.members().get(place).toString();
    }

    @Override
    public Slice<CouponView> list(CouponQuery query) {
        var scope = surroundings.reach.require(CouponPermissions.READ);
        if (query.member() != null) {
            surroundings.reach.requireMember(new MemberId(query.member()), CouponPermissions.READ);
        }
        return books.search.page(query.member() == null ? ofHolder(query) : query, scope);
    }

    /** Whoever reads a code off a coupon finds it, used or not, where its holder is within reach. */
    private CouponQuery ofHolder(CouponQuery query) {
        if (query.code() == null || query.code().isBlank()) {
            return query;
        }
        return books.store.byCodes(List.of(CouponCodes.normal(query.code()))).stream()
                .map(Stored::member)
                .filter(holder -> surroundings.reach.sees(holder, CouponPermissions.READ))
                .findFirst()
                .map(holder -> query.of(holder.value()))
                .orElse(query);
    }

    @Override
    public CouponView get(UUID coupon) {
        return view(seen(coupon));
    }

    @Override
    public List<CouponFact> facts(UUID coupon) {
        seen(coupon);
        return books.store.facts(coupon);
    }

    @Override
    public CouponView lock(UUID coupon, LockCoupon command, String key) {
        surroundings.reach.requireCounter(command.store());
        var act = Step.Act.of("lock|" + key, List.of(coupon, command), at(), null);
        var until = act.at().plus(Duration.ofMinutes(command.minutes()));
        var step = Step.of(Kind.LOCKED, act).at(command.store()).until(until);
        return take(coupon, CouponPermissions.HAND_OVER, step, steps::lock);
    }

    @Override
    public CouponView release(UUID coupon, EndCoupon command, String key) {
        var kept = readable(coupon, CouponPermissions.HAND_OVER);
        if (kept.row().getLockedStore() != null) {
            surroundings.reach.requireCounter(new UnitId(kept.row().getLockedStore()));
        }
        var act = Step.Act.of("release|" + key, List.of(coupon, command), at(), command.reason());
        return take(coupon, CouponPermissions.HAND_OVER, Step.of(Kind.RELEASED, act), steps::release);
    }

    @Override
    public CouponView handOver(UUID coupon, HandOverGift command, String key) {
        surroundings.reach.requireCounter(command.store());
        var act = Step.Act.of("hand-over|" + key, List.of(coupon, command), at(), null);
        var step = Step.of(Kind.USED, act).at(command.store()).about(act.cause());
        return take(coupon, CouponPermissions.HAND_OVER, step, steps::handOver);
    }

    @Override
    public CouponView withdraw(UUID coupon, EndCoupon command, String key) {
        var act = Step.Act.of("withdraw|" + key, List.of(coupon, command), at(), command.reason());
        return take(coupon, CouponPermissions.WITHDRAW, Step.of(Kind.WITHDRAWN, act), steps::withdraw);
    }

    @Override
    public List<WithdrawOutcome> withdrawAll(WithdrawMany command, String key) {
        surroundings.reach.require(CouponPermissions.WITHDRAW);
        return command.coupons().stream()
                .map(coupon -> withdrawOne(coupon, command.reason(), key + "|" + coupon))
                .toList();
    }

    private WithdrawOutcome withdrawOne(UUID coupon, String reason, String key) {
        try {
            withdraw(coupon, new EndCoupon(reason), key);
            return new WithdrawOutcome(coupon, true, null);
        } catch (Refusal refusal) {
            return new WithdrawOutcome(coupon, false, refusal.reason().code());
        }
    }

    @Override
    public CouponView pass(UUID coupon, PassCoupon command, String key) {
        surroundings.reach.require(CouponPermissions.PASS);
        surroundings.reach.requireMember(command.to(), CouponPermissions.PASS);
        if (!surroundings.reach.living(command.to())) {
            throw InvalidInput.of("to", command.to(), "living-member");
        }
        var act = Step.Act.of("pass|" + key, List.of(coupon, command), at(), command.reason());
        var step = Step.of(Kind.TRANSFERRED, act).to(command.to());
        return take(coupon, CouponPermissions.PASS, step, steps::pass);
    }

    @Override
    public JobView export(ExportCoupons command) {
        return surroundings.files.start(CouponExport.KIND, command);
    }

    private CouponView take(UUID coupon, Permission permission, Step step, BiConsumer<Stored, Step> how) {
        var found = readable(coupon, permission);
        surroundings.transaction.get(() -> {
            how.accept(books.store.find(found.id()).orElseThrow(), step);
            return true;
        });
        return shown(coupon);
    }

    /** The coupon, if its member is within reach; who lacks the permission learns nothing of what there is. */
    private Stored readable(UUID coupon, Permission permission) {
        surroundings.reach.require(permission);
        var found = books.store.find(coupon).orElseThrow(() -> Refusal.of(new CouponRefusal.UnknownCoupon(coupon)));
        surroundings.reach.requireMember(found.member(), permission);
        return found;
    }

    /** A coupon is seen where its member is, and where it was used. */
    private Stored seen(UUID coupon) {
        var scope = surroundings.reach.require(CouponPermissions.READ);
        return books.store
                .find(coupon)
                .filter(found -> found.usedStore() != null && Scopes.includes(scope, found.usedStore(), null))
                .orElseGet(() -> readable(coupon, CouponPermissions.READ));
    }

    private CouponView shown(UUID coupon) {
        return view(books.store.find(coupon).orElseThrow());
    }

    private CouponView view(Stored coupon) {
        return coupon.view(surroundings.time.now(), surroundings.time);
    }

    private Instant at() {
        return as == null ? surroundings.time.now() : as;
    }
}
