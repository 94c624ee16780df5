package org.guildhall.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.GrantTier;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.members.Birthday;
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

/** A store, a catalogue, members and short words for acts, for the tests of benefits. */
@TestComponent
public final class BenefitsGround {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestStaff staff;
    private final Members members;
    private final Loyalty loyalty;
    private final Desks desks;
    private final Rules rules;
    private @Nullable UnitId store;

    BenefitsGround(TestStaff staff, Members members, Loyalty loyalty, Desks desks, Rules rules) {
        this.staff = staff;
        this.members = members;
        this.loyalty = loyalty;
        this.desks = desks;
        this.rules = rules;
        establish();
    }

    /** What the tests act on. */
    @TestComponent
    public record Desks(Benefits benefits, BenefitGrants grants) {}

    /** Where the catalogue is entered. */
    @TestComponent
    public record Rules(FoundingPolicies founding, Policies policies, TransactionTemplate transaction) {}

    private void establish() {
        if (rules.policies.timeline(BenefitsPolicy.KIND).versions().size() > 1) {
            return;
        }
        staff.asMachine(() -> rules.transaction.execute(status -> {
            rules.founding.establish("benefits.catalogue", catalogue(), LocalDate.of(2020, 1, 1), "试用目录");
            return true;
        }));
    }

    private static Map<String, Object> catalogue() {
        return Map.of(
                "plans",
                List.of(Map.of("code", "founders", "name", "创始会员"), Map.of("code", "patrons", "name", "老主顾")),
                "codeMinutes",
                10,
                "benefits",
                List.of(
                        benefit("car-wash", offer("free-service", "service", "洗车", 3_000), limited(3, "MONTH"), "gold"),
                        benefit("rest", lounge(), limited(2, "DAY"), "gold", "diamond"),
                        benefit("cake", cake(), limited(1, "BIRTHDAY"), "gold"),
                        benefit("off", discount(), Map.of("kind", "unlimited")),
                        patrons(benefit("patrons-price", purchase(6, 2_500), Map.of("kind", "unlimited"))),
                        patrons(benefit("tea-day", purchase(20, 3_000, "茶"), limited(2, "DAY"))),
                        benefit("queue", offer("priority", "queue", "柜台", 0), Map.of("kind", "unlimited"), "gold"),
                        withCode(benefit(
                                "course", offer("training-place", "course", "茶艺课", 20_000), limited(1, "EVER")))));
    }

    private static Map<String, Object> benefit(
            String code, Map<String, Object> offer, Map<String, Object> quota, String... tiers) {
        return Map.of(
                "code",
                code,
                "name",
                "试用 " + code,
                "clause",
                "4.11",
                "offer",
                offer,
                "quota",
                quota,
                "tiers",
                List.of(tiers),
                "plans",
                code.equals("course") ? List.of() : List.of("founders"),
                "needsCode",
                false);
    }

    private static Map<String, Object> withCode(Map<String, Object> benefit) {
        var changed = new java.util.HashMap<>(benefit);
        changed.put("needsCode", true);
        return changed;
    }

    private static Map<String, Object> patrons(Map<String, Object> benefit) {
        var changed = new java.util.HashMap<>(benefit);
        changed.put("plans", List.of("patrons"));
        return changed;
    }

    private static Map<String, Object> purchase(int percent, long ceiling, String... categories) {
        return Map.of(
                "kind",
                "purchase-discount",
                "percent",
                percent,
                "ceiling",
                fen(ceiling),
                "categories",
                List.of(categories));
    }

    private static Map<String, Object> offer(String kind, String what, String name, long fen) {
        return Map.of("kind", kind, what, name, "cost", fen(fen));
    }

    private static Map<String, Object> lounge() {
        return Map.of("kind", "lounge", "place", "二楼休息室", "guests", 2, "cost", fen(5_000));
    }

    private static Map<String, Object> cake() {
        return Map.of("kind", "birthday-gift", "item", "蛋糕", "daysBefore", 3, "daysAfter", 7, "cost", fen(8_800));
    }

    private static Map<String, Object> discount() {
        return Map.of("kind", "discount", "percent", 10, "ceiling", fen(2_000));
    }

    private static Map<String, Object> limited(int times, String period) {
        return Map.of("kind", "limited", "times", times, "period", period);
    }

    static Map<String, Object> fen(long fen) {
        return Map.of("minor", fen, "currency", "CNY");
    }

    /** What a clerk of the store sends to record a use. */
    Map<String, Object> wish(MemberId member, String benefit) {
        return Map.of("store", store(), "member", member, "benefit", benefit);
    }

    public UnitId store() {
        if (store == null) {
            store = staff.open(UnitKind.STORE, staff.company());
        }
        return store;
    }

    public MemberId member() {
        return member(null);
    }

    public MemberId member(@Nullable Birthday birthday) {
        var name = "权益" + COUNT.incrementAndGet();
        var profile = new MemberProfile(name, null, birthday, null, null, null, null, null, null, null, null);
        return staff.asMachine(() -> members.register(new RegisterMember(
                        MemberKind.PERSON, null, profile, null, null, store(), null, null, null, null))
                .member()
                .id());
    }

    public MemberId gold() {
        return gold(member());
    }

    public MemberId gold(MemberId member) {
        staff.asMachine(() -> loyalty.grantTier(new GrantTier(member, "gold", null, "试用"), UUID.randomUUID()));
        return member;
    }

    public GrantView plan(MemberId member) {
        return give(new GiveGrant(member, GiveGrant.Kind.PLAN, "founders", null, null, "老友"));
    }

    /** Somebody who has 6 % off every purchase, up to 25.00, and twice a day 20 % off tea, up to 30.00. */
    public MemberId patron(MemberId member) {
        give(new GiveGrant(member, GiveGrant.Kind.PLAN, "patrons", null, null, "常来"));
        return member;
    }

    public List<UseView> uses(MemberId member) {
        var query = new UseQuery(member.value(), null, null, null, null, null, null, null, 200);
        return staff.asMachine(() -> desks.benefits.uses(query)).items();
    }

    public GrantView person(MemberId member, String benefit, int days) {
        var last = staff.today().plusDays(days - 1L);
        return give(new GiveGrant(member, GiveGrant.Kind.PERSON, benefit, null, last, "补偿"));
    }

    public GrantView give(GiveGrant command) {
        return staff.asMachine(
                () -> desks.grants.give(command, UUID.randomUUID().toString()));
    }

    public UseBenefit using(MemberId member, String benefit) {
        return new UseBenefit(store(), member, benefit, null, null, null);
    }

    public UseView use(MemberId member, String benefit) {
        return staff.asMachine(() ->
                desks.benefits.use(using(member, benefit), UUID.randomUUID().toString()));
    }

    public EntitlementView entitlement(MemberId member, String benefit) {
        return staff.asMachine(() -> desks.benefits.of(member)).stream()
                .filter(one -> one.benefit().equals(benefit))
                .findFirst()
                .orElseThrow();
    }

    public IssuedCode code(MemberId member, String benefit) {
        return staff.asMachine(() -> desks.benefits.issueCode(
                new IssueCode(member, benefit), UUID.randomUUID().toString()));
    }

    public UseView redeem(String code) {
        var command = new UseBenefit(store(), null, null, code, null, null);
        return desks.benefits.use(command, UUID.randomUUID().toString());
    }

    /** Why it was refused, or "done". */
    public String outcome(Supplier<?> work) {
        try {
            staff.asMachine(work);
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason().code();
        }
    }
}
