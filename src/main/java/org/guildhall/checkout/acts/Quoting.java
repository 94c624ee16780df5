package org.guildhall.checkout.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.benefits.CounterDiscount;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.pricing.Customer;
import org.guildhall.checkout.pricing.Item;
import org.guildhall.checkout.pricing.Priced;
import org.guildhall.checkout.pricing.Pricing;
import org.guildhall.coupons.PresentedCoupon;
import org.guildhall.jooq.checkout.tables.records.SaleRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Asset;
import org.guildhall.loyalty.LockedMembers;
import org.guildhall.platform.Combiner;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers what is known of a buyer and prices a basket with it. */
@Component
class Quoting {

    private static final long MOST_MINOR = 1_000_000_000_000L;

    /** One: those who come while it reads are read for together, which costs less than a second reader would save. */
    private static final int READERS = 1;

    private static final int MOST_AT_ONCE = 64;

    private final Selling.Value value;
    private final Policies policies;
    private final BusinessTime time;
    private final Combiner<Wanted, Known> readers =
            new Combiner<>(READERS, MOST_AT_ONCE, wanted -> Set.of(), this::knownToEach);

    Quoting(Selling.Value value, Policies policies, BusinessTime time) {
        this.value = value;
        this.policies = policies;
        this.time = time;
    }

    /** What the buyer could pay with cashback of what is due, and what of it is. */
    record Cashback(long most, long used) {}

    /** A basket with its price, all that decided it, and what of what is due is paid with cashback. */
    record Offer(
            InForce<CheckoutPolicy> rules, Customer customer, Currency currency, Priced priced, Cashback cashback) {

        /** What is left to be paid with money. */
        long payable() {
            return priced.due() - cashback.used;
        }

        Money money(long minor) {
            return new Money(minor, currency);
        }
    }

    InForce<CheckoutPolicy> rules(LocalDate day) {
        return policies.inForce(CheckoutPolicy.KIND, day);
    }

    /** The rules by which it was sold. */
    InForce<CheckoutPolicy> rules(SaleRecord sold) {
        return policies.version(CheckoutPolicy.KIND, sold.getPolicyVersion());
    }

    /** Of whom somebody wants to know, and whether the discounts of benefits too. */
    private record Wanted(MemberId member, boolean discounts) {}

    /**
     * What the basket costs now: those who ask at the same time are answered from one reading. Who asks within a transaction
     * reads by itself, and so sees what it did.
     */
    Offer quote(Basket basket, InForce<CheckoutPolicy> rules) {
        var member = basket.member();
        var now = time.now();
        return member == null || TransactionSynchronizationManager.isActualTransactionActive()
                ? price(basket, rules, now)
                : price(basket, rules, now, readers.ask(new Wanted(member, takesBenefits(rules))));
    }

    private List<Known> knownToEach(List<Wanted> wanted) {
        var members = wanted.stream().map(Wanted::member).collect(Collectors.toSet());
        var known = known(members, wanted.stream().anyMatch(Wanted::discounts), time.now());
        return Collections.nCopies(wanted.size(), known);
    }

    /** What the basket costs as things stand, on the day of the instant. */
    Offer price(Basket basket, InForce<CheckoutPolicy> rules, Instant at) {
        var member = basket.member();
        var known = member == null ? Known.NOTHING : known(List.of(member), takesBenefits(rules), at);
        return price(basket, rules, at, known);
    }

    /** Whether the discounts of benefits are a step of the price by these rules. */
    static boolean takesBenefits(InForce<CheckoutPolicy> rules) {
        return rules.policy().order().contains(Deduction.BENEFIT);
    }

    /** What these members own, which tier they have and, if wanted, to which discounts benefits entitle them, read at once. */
    Known known(Collection<MemberId> members, boolean discounts, Instant at) {
        return known(members, value.loyalty().tiers(members), discounts, at);
    }

    /** The same of members who are locked, at the tiers that they have until that ends. */
    Known known(LockedMembers locked, boolean discounts, Instant at) {
        var tiers = locked.tiers();
        return known(tiers.keySet(), tiers, discounts, at);
    }

    private Known known(Collection<MemberId> members, Map<MemberId, String> tiers, boolean discounts, Instant at) {
        return new Known(
                value.ledger().available(members),
                tiers,
                discounts ? value.rights().benefits().discounts(members, at) : Map.of());
    }

    /** What is known of some members. */
    record Known(
            Map<MemberId, Map<Asset, Long>> available,
            Map<MemberId, String> tiers,
            Map<MemberId, List<CounterDiscount>> discounts) {

        private static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of());

        private Map<Asset, Long> of(MemberId member) {
            return available.getOrDefault(member, Map.of());
        }
    }

    /** What the basket costs by what is known of its buyer, on the day of the instant. */
    Offer price(Basket basket, InForce<CheckoutPolicy> rules, Instant at, Known known) {
        var currency = rules.policy().points().worth().currency();
        var items = items(basket, currency);
        var customer = customer(basket, currency, at, known);
        var priced = Pricing.of(rules, customer, currency, items);
        return new Offer(rules, customer, currency, priced, cashback(basket, currency, priced, known));
    }

    /** Cashback is no deduction: it pays for what is due after them, as far as it is wanted and there. */
    private static Cashback cashback(Basket basket, Currency currency, Priced priced, Known known) {
        long wanted = basket.cashback() == null ? 0 : require("cashback", basket.cashback(), currency);
        var member = basket.member();
        long owned = member == null ? 0 : known.of(member).getOrDefault(Asset.CASHBACK, 0L);
        long most = Math.min(Math.max(0, owned), priced.due());
        return new Cashback(most, Math.min(most, wanted));
    }

    /** The lines, each in the currency of the rules and not below zero. */
    private static List<Item> items(Basket basket, Currency currency) {
        var items = new ArrayList<Item>();
        long total = 0;
        for (int i = 0; i < basket.lines().size(); i++) {
            var line = basket.lines().get(i);
            var field = "lines[" + i + "].amount";
            total += require(field, line.amount(), currency);
            if (total > MOST_MINOR) {
                throw InvalidInput.of(field, line.amount().decimal(), "within-limit");
            }
            items.add(new Item(
                    i + 1,
                    line.product(),
                    line.category(),
                    line.quantityMilli(),
                    line.amount().minor()));
        }
        return items;
    }

    static long require(String field, Money amount, Currency currency) {
        if (!amount.currency().equals(currency)) {
            throw InvalidInput.of(field, amount.currency(), "in-the-base-currency");
        }
        if (amount.minor() < 0) {
            throw InvalidInput.of(field, amount.decimal(), "not-negative");
        }
        if (amount.minor() > MOST_MINOR) {
            throw InvalidInput.of(field, amount.decimal(), "within-limit");
        }
        return amount.minor();
    }

    /** Whether it can be an amount of a line at all. */
    static boolean isSound(Money amount, Currency currency) {
        return amount.currency().equals(currency) && amount.minor() >= 0 && amount.minor() <= MOST_MINOR;
    }

    private Customer customer(Basket basket, Currency currency, Instant at, Known known) {
        long wantedPoints = basket.points() == null ? 0 : basket.points();
        long wantedStored = basket.stored() == null ? 0 : require("stored", basket.stored(), currency);
        var member = basket.member();
        if (member == null) {
            return Customer.NOBODY;
        }
        var shown = basket.coupons().isEmpty()
                ? List.<PresentedCoupon>of()
                : value.rights().coupons().present(basket.coupons(), member, basket.store(), at);
        var balances = known.of(member);
        var tier = known.tiers.get(member);
        long points = Math.max(0, balances.getOrDefault(Asset.POINTS, 0L));
        boolean hasStored = balances.getOrDefault(Asset.PRINCIPAL, 0L) + balances.getOrDefault(Asset.BONUS, 0L) > 0;
        var customer = new Customer(
                true,
                tier,
                points,
                0,
                false,
                wantedPoints,
                wantedStored,
                shown,
                known.discounts.getOrDefault(member, List.of()),
                basket.benefit());
        return hasStored ? withStored(member, customer, currency) : customer;
    }

    private Customer withStored(MemberId member, Customer known, Currency currency) {
        var spendable = value.storedValue().spendable(member);
        boolean same = spendable.available().currency().equals(currency);
        return new Customer(
                true,
                known.tier(),
                known.points(),
                same ? spendable.available().minor() : 0,
                spendable.frozen(),
                known.wantedPoints(),
                known.wantedStored(),
                known.coupons(),
                known.discounts(),
                known.wantedBenefit());
    }

    BusinessTime time() {
        return time;
    }
}
