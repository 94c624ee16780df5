package org.guildhall.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.cashback.Cashback;
import org.guildhall.cashback.EndPromoter;
import org.guildhall.cashback.EnrolPromoter;
import org.guildhall.cashback.FoundingCashback;
import org.guildhall.cashback.FoundingPromoters;
import org.guildhall.cashback.RebateKind;
import org.guildhall.cashback.RebateQuery;
import org.guildhall.cashback.RebateState;
import org.guildhall.cashback.RebateView;
import org.guildhall.cashback.Recommend;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.members.Members;
import org.springframework.stereotype.Component;

/** What purchases of the last weeks brought back, who recommended whom, what was settled, and what came back after it. */
@Component
class Recommending {

    private static final int RATES_DAYS_AGO = 105;
    private static final int ENROLLED_DAYS_AGO = 104;
    private static final int PEOPLE = 160;
    private static final int CIRCLE = 10;
    private static final int BROUGHT = 5;
    private static final int CHAIN = 3 * CIRCLE;
    private static final int[] SETTLED_DAYS_AGO = {40, 3};
    private static final int RETURNED = 6;

    private final Faces faces;
    private final FoundingPromoters promoters;
    private final Loyalty loyalty;
    private final Members members;
    private final BusinessTime time;

    Recommending(Faces faces, FoundingPromoters promoters, Loyalty loyalty, Members members, BusinessTime time) {
        this.faces = faces;
        this.promoters = promoters;
        this.loyalty = loyalty;
        this.members = members;
        this.time = time;
    }

    /** Where rebates are looked up and settled. */
    @Component
    record Faces(Cashback cashback, FoundingCashback founding, PayingOut payingOut, CashingIn cashingIn) {}

    /** The day from which goods bring something back. */
    static java.time.LocalDate since(DemoStory story) {
        return story.today().minusDays(RATES_DAYS_AGO);
    }

    /** A percent of everything, more for gold cards and on Tuesdays. */
    static Map<String, Object> rates() {
        return Map.of(
                "rates",
                List.of(
                        rate("金卡钻石卡", 150, List.of("gold", "diamond"), List.of()),
                        rate("周二会员日", 120, List.of(), List.of("TUESDAY")),
                        rate("全部商品", 80, List.of(), List.of())),
                "leastPurchase",
                yuan(100),
                "mostPerPurchase",
                yuan(50),
                "mostPerMonth",
                yuan(120),
                "settleDays",
                15);
    }

    private static Map<String, Object> rate(String name, int basisPoints, List<String> tiers, List<String> weekdays) {
        return Map.of(
                "name",
                name,
                "basisPoints",
                basisPoints,
                "categories",
                List.of(),
                "stores",
                List.of(),
                "tiers",
                tiers,
                "weekdays",
                weekdays);
    }

    /** Two levels, for a year after the first touch. */
    static Map<String, Object> distribution() {
        return Map.of(
                "levels",
                List.of(Map.of("basisPoints", 200), Map.of("basisPoints", 50)),
                "mostPerPurchase",
                yuan(60),
                "windowDays",
                365,
                "returnDays",
                15,
                "entranceFee",
                yuan(0),
                "perRecruit",
                yuan(0));
    }

    private static Map<String, Object> yuan(long yuan) {
        return Map.of("minor", yuan * 100, "currency", "CNY");
    }

    /** Tells all of it; told again, it changes nothing. */
    void tell(DemoStory story) {
        recommend(story);
        for (int days : SETTLED_DAYS_AGO) {
            faces.founding.settledAt(at(story, days));
        }
        faces.payingOut.lastMonth(story);
        giveBack();
        faces.payingOut.returned();
        faces.cashingIn.tell();
    }

    /** In circles of ten: the first recommends the next, every third of those recommenders came from the one before. */
    private void recommend(DemoStory story) {
        var people = people(story);
        promoters.asOf(at(story, ENROLLED_DAYS_AGO), acts -> {
            for (int first = 0; first < people.size(); first += CIRCLE) {
                var promoter = people.get(first);
                acts.enrol(new EnrolPromoter(promoter, true), "demo|promoter|" + first);
                if (first % CHAIN == CIRCLE) {
                    acts.recommend(new Recommend(promoter, people.get(first - CIRCLE)), "demo|recommended|" + first);
                }
                for (int i = first + 1; i < Math.min(first + BROUGHT, people.size()); i++) {
                    acts.recommend(new Recommend(people.get(i), promoter), "demo|recommended|" + i);
                }
            }
            return true;
        });
        var left = people.get(people.size() - 1 - (people.size() - 1) % CIRCLE);
        promoters.asOf(at(story, 2), acts -> acts.end(left, new EndPromoter("本人不再参加"), "demo|promoter-ended"));
    }

    private List<MemberId> people(DemoStory story) {
        int count = Math.min(PEOPLE, story.members());
        var sketches = new Sketchbook(story).members(0, count);
        var ids =
                members.findByNumber(sketches.stream().map(MemberSketch::number).toList());
        var known = members.facts(ids.values());
        var people = new ArrayList<MemberId>();
        for (var sketch : sketches) {
            var id = ids.get(sketch.number());
            var facts = id == null ? null : known.get(id);
            boolean early = sketch.joinedOn().isBefore(story.today().minusDays(ENROLLED_DAYS_AGO));
            if (facts != null && early && facts.status().living()) {
                people.add(facts.id());
            }
        }
        return people;
    }

    /** Some goods came back after what they brought was credited. */
    private void giveBack() {
        for (var kind : RebateKind.values()) {
            var query = new RebateQuery(
                    null, null, kind, RebateState.SETTLED, null, null, null, null, null, null, RETURNED);
            faces.cashback.rebates(query).items().forEach(this::giveBack);
        }
    }

    private void giveBack(RebateView rebate) {
        var purchase = loyalty.purchase(rebate.purchase());
        if (purchase.returns().isEmpty() && purchase.purchase().source().equals(Trading.SOURCE)) {
            loyalty.recordReturn(new ReturnFact(
                    Trading.SOURCE,
                    "T"
                            + UUID.nameUUIDFromBytes(
                                    rebate.id().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    rebate.purchaseNumber(),
                    rebate.buyer(),
                    time.now(),
                    List.of(),
                    null));
        }
    }

    private Instant at(DemoStory story, int daysAgo) {
        return story.today()
                .minusDays(daysAgo)
                .atTime(0, 40)
                .atZone(time.zone())
                .toInstant();
    }
}
