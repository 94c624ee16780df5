package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.approvals.ApprovalPolicy.Mode;
import org.guildhall.approvals.ApprovalPolicy.Overdue;
import org.guildhall.approvals.ApprovalPolicy.Row;
import org.guildhall.approvals.ApprovalPolicy.Step;
import org.guildhall.approvals.Approvals;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.LotView;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stories of changes by hand share: an authority table, and how changes are asked for. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=adjustments")
abstract class AdjustmentsGround {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers people;

    @Autowired
    Ledger ledger;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Approvals approvals;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext sql;

    @BeforeEach
    void fromAThousandPointsOnTheLeadDecides() {
        if (approvals.needed("adjustments.points", 1_000)) {
            return;
        }
        var lead = List.of(new Step(Mode.ANY, List.of("lead"), 0, Overdue.RETURN, "lead"));
        var table = new ApprovalPolicy(List.of(
                new Row("adjustments.points", 1_000, lead),
                new Row("adjustments.expiry", 500, lead),
                new Row("adjustments.batch-grant", 5_000, lead),
                new Row("adjustments.batch-grant-undo", 5_000, lead),
                new Row("adjustments.expiry-run-undo", 500, lead),
                new Row("adjustments.review-run-undo", 1, lead),
                new Row("adjustments.tier", 4, lead)));
        var body = json.convertValue(table, new TypeReference<Map<String, Object>>() {});
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish(ApprovalPolicy.KIND.code(), body, staff.today(), "test");
            return true;
        }));
    }

    @AfterEach
    void everyLawHolds() {
        AtRest.await(sql);
        assertThat(staff.asMachine(() -> ledger.prove()))
                .allSatisfy(proof ->
                        assertThat(proof.counterExample()).as(proof.law()).isNull());
        clock.moveTo(MovableClock.START);
    }

    static TestHttp.Answer give(TestHttp.Client client, MemberId member, long amount, String key) {
        return give(client, member, amount, key, null);
    }

    static TestHttp.Answer give(
            TestHttp.Client client,
            MemberId member,
            long amount,
            String key,
            @org.jspecify.annotations.Nullable LocalDate until) {
        Map<String, Object> body = until == null
                ? Map.of("amount", amount, "kind", "grant", "reason", "补偿")
                : Map.of("amount", amount, "kind", "grant", "reason", "补偿", "expiresOn", until.toString());
        return client.post("/api/members/" + member + "/points", body, key + "-" + member);
    }

    static TestHttp.Answer extend(TestHttp.Client client, MemberId member, LocalDate from, LocalDate to, String key) {
        return client.post(
                "/api/members/" + member + "/expiry",
                Map.of("from", from.toString(), "to", to.toString(), "reason", "门店装修停业"),
                key + "-" + member);
    }

    static TestHttp.Answer grant(TestHttp.Client client, MemberId member, String tier) {
        return client.post(
                "/api/loyalty/tier-grants",
                Map.of("member", member.toString(), "tier", tier, "reason", "商务合作"),
                UUID.randomUUID().toString());
    }

    static TestHttp.Answer decide(TestHttp.Client client, String request, String verdict) {
        return client.post(
                "/api/approvals/" + request + "/decision", Map.of("revision", 1, "verdict", verdict, "comment", "知悉"));
    }

    static int result(java.util.concurrent.Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    List<LotView> lots(MemberId member) {
        return ledger.lots(member, Asset.POINTS);
    }

    long points(MemberId member) {
        return ledger.balances(member).of(Asset.POINTS);
    }

    String tier(MemberId member) {
        return staff.asMachine(() -> loyalty.standing(member)).tier();
    }

    /** How many tiers were given to a member by hand. */
    int steps(MemberId member) {
        return sql.fetch("select 1 from loyalty.tier_grant where member_id = ?", member.value())
                .size();
    }
}
