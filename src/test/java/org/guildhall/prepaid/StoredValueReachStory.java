package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.prepaid.PrepaidRequests.noStore;
import static org.guildhall.prepaid.PrepaidRequests.refund;
import static org.guildhall.prepaid.PrepaidRequests.yuan;

import java.util.Map;
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

    private Map<String, Object> topUp(MemberId member, long yuan) {
        return Map.of("member", member, "amount", yuan(yuan), "method", "card", "store", store);
    }
}
