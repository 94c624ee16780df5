package org.guildhall.cashback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.policies.Policies;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A store, rates for goods that nobody else sells, members who buy and give back, for the tests of cashback. */
@TestComponent
public final class CashbackGround {

    /** Hundredths of a percent of goods of this category. */
    public static final int TEA = 200;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestStaff staff;
    private final Members members;
    private final Loyalty loyalty;
    private final Desks desks;
    private final Rules rules;
    private final BusinessTime time;
    private @Nullable UnitId store;

    CashbackGround(TestStaff staff, Members members, Loyalty loyalty, Desks desks, Rules rules) {
        this.time = rules.time;
        this.staff = staff;
        this.members = members;
        this.loyalty = loyalty;
        this.desks = desks;
        this.rules = rules;
        establish();
    }

    /** What the tests act on. */
    @TestComponent
    public record Desks(
            Cashback cashback,
            FoundingCashback founding,
            FoundingPromoters promoters,
            FoundingPayouts payouts,
            CashbackTill till,
            Ledger ledger) {}

    /** Where the rates are entered. */
    @TestComponent
    public record Rules(
            FoundingPolicies founding, Policies policies, TransactionTemplate transaction, BusinessTime time) {}

    private void establish() {
        if (rules.policies.timeline(CashbackPolicy.KIND).versions().size() > 1) {
            return;
        }
        staff.asMachine(() -> rules.transaction.execute(status -> {
            rules.founding.establish("cashback.rates", rates(), LocalDate.of(2020, 1, 1), "试用返利");
            rules.founding.establish("cashback.distribution", distribution(), LocalDate.of(2020, 1, 1), "试用分销");
            return true;
        }));
    }

    private static Map<String, Object> rates() {
        return Map.of(
                "rates",
                List.of(rate("钻石茶", 300, "cb-tea", "diamond"), rate("茶", TEA, "cb-tea"), rate("丝", 125, "cb-silk")),
                "leastPurchase",
                fen(5_000),
                "mostPerPurchase",
                fen(3_000),
                "mostPerMonth",
                fen(5_000),
                "settleDays",
                7);
    }

    /** 1.5 % and 0.5 % of what stays of the goods, at most 15 yuan each, on the first of the month after ten days. */
    private static Map<String, Object> distribution() {
        return Map.of(
                "levels",
                List.of(Map.of("basisPoints", 150), Map.of("basisPoints", 50)),
                "mostPerPurchase",
                fen(1_500),
                "windowDays",
                90,
                "returnDays",
                10,
                "entranceFee",
                fen(0),
                "perRecruit",
                fen(0));
    }

    private static Map<String, Object> rate(String name, int basisPoints, String category, String... tiers) {
        return Map.of(
                "name",
                name,
                "basisPoints",
                basisPoints,
                "categories",
                List.of(category),
                "stores",
                List.of(),
                "tiers",
                List.of(tiers),
                "weekdays",
                List.of());
    }

    static Map<String, Object> fen(long fen) {
        return Map.of("minor", fen, "currency", "CNY");
    }

    public UnitId store() {
        if (store == null) {
            store = staff.open(UnitKind.STORE, staff.company());
        }
        return store;
    }

    public MemberId member() {
        var name = "返利" + COUNT.incrementAndGet();
        var profile = new MemberProfile(name, null, null, null, null, null, null, null, null, null, null);
        return staff.asMachine(() -> members.register(new RegisterMember(
                        MemberKind.PERSON, null, profile, null, null, store(), null, null, null, null))
                .member()
                .id());
    }

    /** A line of goods. */
    public static LineFact line(String category, long fen) {
        return new LineFact("p-" + category, category, 1_000, Money.cny(fen));
    }

    public PurchaseFact purchase(MemberId member, Instant at, String number, LineFact... lines) {
        long total = 0;
        for (var line : lines) {
            total += line.amount().minor();
        }
        return new PurchaseFact("cb", number, member, at, store(), null, Money.cny(total), List.of(lines), null);
    }

    /** Buys; gives the purchase's number. */
    public String buy(MemberId member, Instant at, LineFact... lines) {
        var number = UUID.randomUUID().toString();
        staff.asMachine(() -> loyalty.record(purchase(member, at, number, lines)));
        return number;
    }

    public void giveBack(MemberId member, Instant at, String purchase, @Nullable ReturnedLine line) {
        staff.asMachine(() -> loyalty.recordReturn(back(member, at, purchase, line)));
    }

    public static ReturnFact back(MemberId member, Instant at, String purchase, @Nullable ReturnedLine line) {
        var lines = new ArrayList<ReturnedLine>();
        if (line != null) {
            lines.add(line);
        }
        return new ReturnFact("cb", UUID.randomUUID().toString(), purchase, member, at, lines, null);
    }

    /** Enrols a promoter some days ago. */
    public MemberId promoter(int daysAgo) {
        var member = member();
        enrol(member, daysAgo);
        return member;
    }

    public void enrol(MemberId member, int daysAgo) {
        staff.asMachine(() -> desks.promoters.asOf(
                ago(daysAgo), acts -> acts.enrol(new EnrolPromoter(member, true), "enrol|" + member)));
    }

    /** Binds a customer some days ago. */
    public void bind(MemberId customer, MemberId promoter, int daysAgo) {
        staff.asMachine(() -> desks.promoters.asOf(
                ago(daysAgo), acts -> acts.recommend(new Recommend(customer, promoter), "bind|" + customer)));
    }

    public Instant ago(int days) {
        return rules.time.now().minus(java.time.Duration.ofDays(days));
    }

    /** Pays with cashback. */
    public void use(MemberId member, long fen) {
        var command = new UseCashback(member, store(), Money.cny(fen), "R-1");
        staff.asMachine(() -> desks.till.use(command, UUID.randomUUID().toString()));
    }

    /** What purchases of a member bring anybody. */
    public List<RebateView> brought(MemberId buyer) {
        var query = new RebateQuery(null, buyer.value(), null, null, null, null, null, null, null, null, 200);
        return staff.asMachine(() -> desks.cashback.rebates(query)).items();
    }

    public long commission(MemberId member) {
        return staff.asMachine(() -> desks.ledger.balances(List.of(member), Asset.COMMISSION))
                .getOrDefault(member, 0L);
    }

    /** What is kept of a member's purchases, the last recorded first. */
    public List<RebateView> rebates(MemberId member) {
        var query = new RebateQuery(member.value(), null, null, null, null, null, null, null, null, null, 200);
        return staff.asMachine(() -> desks.cashback.rebates(query)).items();
    }

    public RebateView rebate(MemberId member, String number) {
        return rebates(member).stream()
                .filter(one -> one.purchaseNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }

    public long balance(MemberId member) {
        return staff.asMachine(() -> desks.ledger.balances(List.of(member), Asset.CASHBACK))
                .getOrDefault(member, 0L);
    }

    public org.guildhall.loyalty.PurchaseReceipt record(PurchaseFact fact) {
        return loyalty.record(fact);
    }

    /** The month whose payouts are tried: the one before this. */
    public LocalDate lastMonth() {
        return staff.today().withDayOfMonth(1).minusDays(1);
    }

    /** Who earns by whose purchases. */
    public record Earner(MemberId promoter, MemberId buyer, List<String> purchases) {}

    /** A promoter with nine yuan of commission for each of some purchases, credited long enough ago to be paid out for last month. */
    public Earner earner(int purchases) {
        var promoter = promoter(150);
        var buyer = member();
        bind(buyer, promoter, 149);
        var numbers = new ArrayList<String>();
        for (int i = 0; i < purchases; i++) {
            numbers.add(buy(buyer, ago(130), line("cb-other", 60_000)));
        }
        settleLongAgo();
        return new Earner(promoter, buyer, numbers);
    }

    /** Settles what was due weeks before the end of last month. */
    public void settleLongAgo() {
        var at = time.startOf(lastMonth().minusDays(20));
        staff.asMachine(() -> desks.founding.settledAt(at));
    }

    /** A promoter who was paid out. */
    public MemberId paidPromoter() {
        var promoter = earner(2).promoter();
        payOut();
        return promoter;
    }

    /** Pays out what is due for last month, whoever would have to agree. */
    public void payOut() {
        staff.asMachine(() -> desks.payouts.paidAt(
                new ProposePayout(lastMonth(), "试发"), UUID.randomUUID().toString(), time.now()));
    }

    /** Settles what is due by now. */
    public void settle() {
        staff.asMachine(() -> desks.founding.settledAt(time.now()));
    }
}
