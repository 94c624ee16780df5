package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.prepaid.PrepaidRequests.noStore;
import static org.guildhall.prepaid.PrepaidRequests.refund;
import static org.guildhall.prepaid.PrepaidRequests.yuan;
import static org.guildhall.testing.Answers.ok;

import java.util.Map;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Stored value is acted on within one's post, over HTTP. */
@GuildhallTest
@Import(PrepaidGround.class)
class StoredValueReachStory {

    @Autowired
    TestStaff staff;

    @Autowired
    PrepaidGround ground;

    private UnitId store = UnitId.of("00000000-0000-0000-0000-000000000000");

    @BeforeEach
    void rulesAndAStore() {
        ground.establish(
                PrepaidGround.generous(PrepaidPolicy.Spending.PRINCIPAL_FIRST),
                staff.today().minusMonths(1));
        store = staff.open(UnitKind.STORE, staff.company());
    }

    @Test
    void nobody_reaches_further_than_their_post() {
        var member = ground.named(store);
        var elsewhere = staff.open(UnitKind.STORE, staff.company());
        var clerk = staff.logIn(staff.hire("store", elsewhere));
        assertThat(clerk.get("/api/members/" + member + "/prepaid").status()).isEqualTo(404);
        assertThat(clerk.post("/api/prepaid/top-ups", topUp(member, 100), "n-1").status())
                .isEqualTo(404);
        var own = staff.logIn(staff.hire("store", store));
        assertThat(own.post("/api/prepaid/top-ups", noStore(topUp(member, 100)), "n-2")
                        .code())
                .isEqualTo("prepaid.store-out-of-reach");
        assertThat(own.post("/api/members/" + member + "/prepaid/freeze", Map.of("reason", "x"), "n-3")
                        .code())
                .isEqualTo("access.denied");
        assertThat(staff.logIn("ops")
                        .post(
                                "/api/members/" + member + "/points",
                                Map.of("amount", 1, "kind", "grant", "reason", "x", "asset", "principal"),
                                "n-4")
                        .code())
                .isEqualTo("ledger.kept-by-module");
        var big = ground.with(3_000);
        var svc = staff.logIn("svc");
        assertThat(svc.post("/api/members/" + big + "/prepaid/refund", refund("consumer", 3_000), "n-5")
                        .code())
                .isEqualTo("prepaid.refund-too-large");
    }

    @Test
    void what_goes_back_to_a_member_in_a_day_counts_together_however_it_is_split() {
        var member = ground.named(null);
        var first = ground.topUp(member, 120_000).id();
        var second = ground.topUp(member, 90_000).id();
        var path = "/api/members/" + member + "/prepaid/refund";
        var svc = staff.logIn("svc");
        ok(svc.post(path, of(first, 1_200), "n-6" + member));
        var before = ground.pots(member);
        assertThat(svc.post(path + "-quote", asked(second))
                        .json()
                        .path("needsApproval")
                        .asBoolean())
                .isTrue();
        var refused = svc.post(path, of(second, 900), "n-7" + member);
        assertThat(refused.code()).isEqualTo("prepaid.refund-too-large");
        assertThat(refused.text()).contains("200000", "120000", "90000");
        var colleague = staff.logIn(staff.hire("svc", staff.company()));
        assertThat(colleague.post(path, of(second, 900), "n-8" + member).code())
                .as("taking turns")
                .isEqualTo("prepaid.refund-too-large");
        assertThat(ground.pots(member)).isEqualTo(before);
        ok(staff.logIn("lead").post(path, of(second, 900), "n-9" + member));
        assertThat(ground.pots(member)).isEqualTo("0+0");
    }

    private static Map<String, Object> asked(UUID topUp) {
        return Map.of("topUp", topUp, "ground", "consumer", "hadBefore", false);
    }

    private static Map<String, Object> of(UUID topUp, long yuan) {
        return Map.of("asked", asked(topUp), "expected", yuan(yuan), "method", "card", "reason", "会员要求");
    }

    private Map<String, Object> topUp(MemberId member, long yuan) {
        return Map.of("member", member, "amount", yuan(yuan), "method", "card", "store", store);
    }
}
