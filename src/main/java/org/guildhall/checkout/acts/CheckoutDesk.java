package org.guildhall.checkout.acts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.access.Access;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.CheckoutPermissions;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutQuery;
import org.guildhall.checkout.CheckoutRefusal;
import org.guildhall.checkout.CheckoutRow;
import org.guildhall.checkout.CheckoutView;
import org.guildhall.checkout.Checkouts;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.checkout.FoundingCheckouts;
import org.guildhall.checkout.Quote;
import org.guildhall.checkout.ReturnParts;
import org.guildhall.checkout.ReturnView;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.RetriedTransaction;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The module's face: who may, in one transaction each, and then what came of it. */
@Component
class CheckoutDesk implements Checkouts, FoundingCheckouts {

    private final Counter counter;
    private final Reading reading;
    private final Reach reach;
    private final Surroundings surroundings;
    private final @Nullable Instant as;

    @Autowired
    CheckoutDesk(Counter counter, Reading reading, Reach reach, Surroundings surroundings) {
        this(counter, reading, reach, surroundings, null);
    }

    private CheckoutDesk(
            Counter counter, Reading reading, Reach reach, Surroundings surroundings, @Nullable Instant as) {
        this.counter = counter;
        this.reading = reading;
        this.reach = reach;
        this.surroundings = surroundings;
        this.as = as;
    }

    /** What is done at the counter. */
    @Component
    record Counter(
            Quoting quoting,
            SaleLimit limit,
            DayLimit today,
            Selling selling,
            SellingTogether together,
            TakingBack takingBack) {}

    /** Who acts, when, and in which transaction. */
    @Component
    record Surroundings(Access access, BusinessTime time, RetriedTransaction transaction) {}

    @Override
    public <T> T asOf(Instant at, Function<Checkouts, T> acts) {
        if (!(surroundings.access.actor() instanceof Actor.Machine) || at.isAfter(surroundings.time.now())) {
            throw new IllegalStateException("only the machine tells of the past, and of nothing else");
        }
        return acts.apply(new CheckoutDesk(counter, reading, reach, surroundings, at));
    }

    @Override
    public Quote quote(Basket basket) {
        reach.require(basket.store(), basket.member(), CheckoutPermissions.SELL);
        var quoting = counter.quoting;
        var rules = rules();
        counter.limit.judge(basket, rules).ifPresent(reason -> {
            throw Refusal.of(reason);
        });
        counter.today.judge(basket, rules).ifPresent(reason -> {
            throw Refusal.of(reason);
        });
        return Quotes.view(as == null ? quoting.quote(basket, rules) : quoting.price(basket, rules, as));
    }

    @Override
    public CheckoutView commit(CommitCheckout command, String key) {
        var basket = command.basket();
        reach.require(basket.store(), basket.member(), CheckoutPermissions.SELL);
        var asked = new Asked(key, List.of("sell", command), as);
        // Asked for before anything is locked: who waits for a lock must not keep others from the connection they need.
        var rules = rules();
        counter.limit.judge(basket, rules).ifPresent(reason -> counter.limit.refuse(basket, asked, reason));
        return together(command, asked, rules)
                .or(() -> alone(command, asked, rules))
                .map(reading::shown)
                .orElseGet(() -> reading.shown(asked.id()));
    }

    private Optional<Parts.Whole> alone(CommitCheckout command, Asked asked, InForce<CheckoutPolicy> rules) {
        try {
            return surroundings.transaction.get(() -> counter.selling.sell(command, asked, rules));
        } catch (Refusal refusal) {
            if (refusal.reason() instanceof CheckoutRefusal.AboveSaleLimitToday reason) {
                counter.limit.alarm(command.basket(), asked, reason);
            }
            throw refusal;
        }
    }

    /** Done with what others sell under the same name at this time, if it can be. */
    private Optional<Parts.Whole> together(CommitCheckout command, Asked asked, InForce<CheckoutPolicy> rules) {
        if (!SellingTogether.Order.mayJoin(command, asked)
                || !reach.mayRecord(command.basket().store())
                || TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        var order = new SellingTogether.Order(command, asked, rules, MDC.get("requestId"));
        return counter.together.sell(surroundings.access.actor(), order);
    }

    @Override
    public ReturnView quoteReturn(UUID checkout, ReturnParts command) {
        reach.require(command.store(), null, CheckoutPermissions.TAKE_BACK);
        reading.find(checkout, CheckoutPermissions.TAKE_BACK);
        command.requireClear();
        return counter.takingBack.quote(checkout, command, rules());
    }

    @Override
    public CheckoutView giveBack(UUID checkout, ReturnParts command, String key) {
        reach.require(command.store(), null, CheckoutPermissions.TAKE_BACK);
        reading.find(checkout, CheckoutPermissions.TAKE_BACK);
        command.requireClear();
        var asked = new Asked(key, List.of("take-back", checkout, command), as);
        var rules = rules();
        surroundings.transaction.get(() -> {
            counter.takingBack.takeBack(checkout, command, asked, rules);
            return checkout;
        });
        return reading.shown(checkout);
    }

    @Override
    public CheckoutView get(UUID checkout) {
        return reading.get(checkout);
    }

    @Override
    public Slice<CheckoutRow> list(CheckoutQuery query) {
        return reading.list(query);
    }

    @Override
    public Explanation why(UUID checkout) {
        return reading.why(checkout);
    }

    private InForce<CheckoutPolicy> rules() {
        return counter.quoting.rules(surroundings.time.dateOf(at()));
    }

    private Instant at() {
        return as == null ? surroundings.time.now() : as;
    }
}
